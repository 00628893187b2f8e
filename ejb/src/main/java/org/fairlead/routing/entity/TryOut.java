package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.routing.QueuePolicies.Trial;
import org.fairlead.routing.QueuePolicies.TrialAgent;
import org.fairlead.routing.QueuePolicies.TrialCaller;
import org.fairlead.routing.QueuePolicy.Way;
import org.fairlead.routing.entity.acd.Acd;
import org.fairlead.routing.entity.acd.AcdEvent;
import org.fairlead.routing.entity.acd.AcdSettings;
import org.fairlead.routing.entity.acd.AgentFacts;
import org.fairlead.routing.entity.acd.ContactFacts;
import org.fairlead.routing.entity.acd.Decision;
import org.fairlead.routing.entity.acd.EntryRule;
import org.fairlead.routing.entity.acd.QueueRules;
import org.fairlead.routing.entity.acd.Treatment;
import org.jspecify.annotations.Nullable;

/** A distributor of its own, with an invented caller on an invented floor: whom it chooses, and why. */
public final class TryOut {

    private static final long SECOND = 1000;
    private static final long LOOK_AHEAD = 3600 * SECOND;
    private static final UUID CALLER = new UUID(0, 1);

    private static final Map<String, Integer> NOBODY = Map.of("nobody", 5);

    private TryOut() {}

    /**
     * @param answers what else is known of the caller, see {@link PolicyRules#answers}
     * @param clock when the caller is there
     */
    public static Trial run(
            QueueRules rules, TrialCaller caller, Map<String, String> answers, List<TrialAgent> floor, Instant clock) {
        long now = clock.toEpochMilli();
        List<Decision.Offered> offers = new ArrayList<>();
        List<Decision> sent = new ArrayList<>();
        long came = now - caller.waitedSeconds() * SECOND;
        Acd acd = new Acd(
                AcdSettings.usual(),
                decision -> {
                    if (decision instanceof Decision.Offered offer) {
                        offers.add(offer);
                    } else {
                        sent.add(decision);
                    }
                },
                came);
        elsewhere(rules).forEach(queue -> acd.apply(new AcdEvent.QueueSet(queue), came));
        acd.apply(new AcdEvent.QueueSet(rules), came);
        // nobody takes the caller before everybody stands where they were put
        acd.apply(new AcdEvent.QueueGated(rules.id(), true), came);
        for (TrialAgent agent : floor) {
            acd.apply(new AcdEvent.AgentSet(AgentFacts.of(agent.id(), agent.clients(), agent.skills())), came);
            if (agent.idleSeconds() >= 0) {
                acd.apply(new AcdEvent.AgentReady(agent.id(), now - agent.idleSeconds() * SECOND), came);
            }
        }
        acd.apply(new AcdEvent.ContactCame(facts(rules, caller, came).answering(answers)), came);
        acd.tick(now);
        acd.apply(new AcdEvent.QueueGated(rules.id(), false), now);
        acd.tick(now + LOOK_AHEAD);
        if (!sent.isEmpty()
                && (offers.isEmpty() || sent.get(0).at() < offers.get(0).at())) {
            return sentOn(sent.get(0), now);
        }
        if (offers.isEmpty()) {
            return new Trial(null, 0, 0, 0, "", null);
        }
        Decision.Offered offer = offers.get(0);
        int after = (int) ((offer.at() - now) / SECOND);
        return new Trial(
                offer.agent(),
                after,
                offer.why().candidates(),
                offer.why().ring(),
                offer.why().text(),
                null);
    }

    private static ContactFacts facts(QueueRules rules, TrialCaller caller, long came) {
        ContactFacts facts =
                ContactFacts.of(CALLER, rules.id(), caller.language(), came).worth(caller.value());
        return caller.vip() ? facts.ofVip() : facts;
    }

    /** Queues that it may be sent on to, where nobody is: what they would do is theirs to try out. */
    static List<QueueRules> elsewhere(QueueRules rules) {
        List<Treatment> treatments = new ArrayList<>();
        rules.overflows().forEach(overflow -> treatments.add(overflow.treatment()));
        rules.entries().stream()
                .map(EntryRule::treatment)
                .filter(Objects::nonNull)
                .forEach(treatments::add);
        if (rules.closed() != null) {
            treatments.add(rules.closed());
        }
        List<QueueRules> queues = new ArrayList<>();
        for (Treatment each : treatments) {
            if (each instanceof Treatment.ToQueue to && !to.queue().equals(rules.id())) {
                queues.add(
                        QueueRules.of(to.queue(), rules.client()).skills(NOBODY).build());
            }
        }
        return queues;
    }

    /** An invented caller's other queues are empty: the first step away is all that can be told. */
    private static Trial sentOn(Decision decision, long now) {
        int after = (int) Math.max(0, (decision.at() - now) / SECOND);
        if (decision instanceof Decision.Moved moved) {
            return new Trial(null, after, 0, 0, moved.why().name(), Way.to(moved.to()));
        }
        if (decision instanceof Decision.Opened opened) {
            return new Trial(null, after, 0, 0, opened.why().name(), Way.site(opened.site()));
        }
        if (decision instanceof Decision.Treated treated) {
            return new Trial(null, after, 0, 0, treated.why().name(), way(treated.treatment()));
        }
        return new Trial(null, after, 0, 0, "", null);
    }

    private static @Nullable Way way(Treatment treatment) {
        if (treatment instanceof Treatment.Goodbye said) {
            return Way.goodbye(said.prompt());
        }
        if (treatment instanceof Treatment.Voicemail) {
            return Way.voicemail();
        }
        if (treatment instanceof Treatment.Callback) {
            return Way.callback();
        }
        return treatment instanceof Treatment.Outside outside ? Way.outside(outside.number()) : null;
    }
}
