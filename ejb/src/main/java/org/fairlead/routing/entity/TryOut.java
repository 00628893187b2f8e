package org.fairlead.routing.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.routing.QueuePolicies.Trial;
import org.fairlead.routing.QueuePolicies.TrialAgent;
import org.fairlead.routing.QueuePolicies.TrialCaller;
import org.fairlead.routing.entity.acd.Acd;
import org.fairlead.routing.entity.acd.AcdEvent;
import org.fairlead.routing.entity.acd.AcdSettings;
import org.fairlead.routing.entity.acd.AgentFacts;
import org.fairlead.routing.entity.acd.ContactFacts;
import org.fairlead.routing.entity.acd.Decision;
import org.fairlead.routing.entity.acd.QueueRules;

/** A distributor of its own, with an invented caller on an invented floor: whom it chooses, and why. */
public final class TryOut {

    /** Any instant will do. */
    private static final long NOW = 1_800_000_000_000L;

    private static final long SECOND = 1000;
    private static final long LOOK_AHEAD = 3600 * SECOND;
    private static final UUID CALLER = new UUID(0, 1);

    private TryOut() {}

    public static Trial run(QueueRules rules, TrialCaller caller, List<TrialAgent> floor) {
        List<Decision.Offered> offers = new ArrayList<>();
        long came = NOW - caller.waitedSeconds() * SECOND;
        Acd acd = new Acd(
                AcdSettings.usual(),
                decision -> {
                    if (decision instanceof Decision.Offered offer) {
                        offers.add(offer);
                    }
                },
                came);
        acd.apply(new AcdEvent.QueueSet(rules), came);
        // nobody takes the caller before everybody stands where they were put
        acd.apply(new AcdEvent.QueueGated(rules.id(), true), came);
        for (TrialAgent agent : floor) {
            acd.apply(new AcdEvent.AgentSet(AgentFacts.of(agent.id(), agent.clients(), agent.skills())), came);
            if (agent.idleSeconds() >= 0) {
                acd.apply(new AcdEvent.AgentReady(agent.id(), NOW - agent.idleSeconds() * SECOND), came);
            }
        }
        acd.apply(new AcdEvent.ContactCame(ContactFacts.of(CALLER, rules.id(), caller.language(), came)), came);
        acd.tick(NOW);
        acd.apply(new AcdEvent.QueueGated(rules.id(), false), NOW);
        acd.tick(NOW + LOOK_AHEAD);
        if (offers.isEmpty()) {
            return new Trial(null, 0, 0, false, "");
        }
        Decision.Offered offer = offers.get(0);
        int after = (int) ((offer.at() - NOW) / SECOND);
        return new Trial(
                offer.agent(),
                after,
                offer.why().candidates(),
                offer.why().ring() > 0,
                offer.why().text());
    }
}
