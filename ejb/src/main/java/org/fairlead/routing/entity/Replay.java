package org.fairlead.routing.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import org.fairlead.routing.QueuePolicies.Replayed;
import org.fairlead.routing.entity.acd.Acd;
import org.fairlead.routing.entity.acd.AcdEvent;
import org.fairlead.routing.entity.acd.AcdSettings;
import org.fairlead.routing.entity.acd.AgentFacts;
import org.fairlead.routing.entity.acd.ContactFacts;
import org.fairlead.routing.entity.acd.Decision;
import org.fairlead.routing.entity.acd.QueueRules;

/**
 * An hour as it was, with the queue as it might be: the same contacts come at the same instants and take as long, the
 * same agents are there for this queue as long as they were. Who gave up then gives up after the same wait; who was
 * answered then waits for as long as it takes.
 */
public final class Replay {

    private static final long SECOND = 1000;
    private static final int PERCENT = 100;

    private final Acd acd;
    private final PriorityQueue<Due> agenda =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::number));
    private final Map<UUID, Came> waiting = new HashMap<>();
    private final List<Decision> decided = new ArrayList<>();
    private final long inTimeMillis;
    private final long usualHandling;
    private long numbers;
    private int answered;
    private int inTime;
    private int gaveUp;
    private int sentOn;
    private long waited;
    private long longest;

    /**
     * A contact of that hour.
     *
     * @param patience after which it gives up; negative for never
     * @param handling with the agent, wrap-up included; negative: nobody had it, and it takes what others took on average
     */
    public record Came(ContactFacts facts, long patience, long handling) {}

    /** An agent who was there for this queue, from then until then. */
    public record Shift(AgentFacts agent, long from, long until) {}

    private record Due(long at, long number, Runnable what) {}

    private Replay(QueueRules rules, int inTimeSeconds, long usualHandling, long begin) {
        this.usualHandling = usualHandling;
        this.inTimeMillis = inTimeSeconds * SECOND;
        acd = new Acd(AcdSettings.usual(), decided::add, begin);
        TryOut.elsewhere(rules).forEach(queue -> acd.apply(new AcdEvent.QueueSet(queue), begin));
        acd.apply(new AcdEvent.QueueSet(rules), begin);
    }

    /** @param inTimeSeconds within which an answer counts */
    public static Replayed run(QueueRules rules, int inTimeSeconds, List<Came> contacts, List<Shift> shifts) {
        long begin =
                contacts.stream().mapToLong(each -> each.facts().since()).min().orElse(0);
        for (Shift shift : shifts) {
            begin = Math.min(begin, shift.from());
        }
        long usual = (long) contacts.stream()
                .filter(each -> each.handling() >= 0)
                .mapToLong(Came::handling)
                .average()
                .orElse((double) rules.handleMillis());
        Replay replay = new Replay(rules, inTimeSeconds, usual, begin);
        shifts.forEach(replay::plan);
        contacts.forEach(replay::plan);
        replay.play();
        return replay.result(contacts.size());
    }

    private void plan(Shift shift) {
        UUID agent = shift.agent().id();
        at(shift.from(), () -> {
            acd.apply(new AcdEvent.AgentSet(shift.agent()), shift.from());
            acd.apply(new AcdEvent.AgentReady(agent), shift.from());
        });
        at(shift.until(), () -> acd.apply(new AcdEvent.AgentUnready(agent), shift.until()));
    }

    private void plan(Came contact) {
        ContactFacts facts = contact.facts();
        at(facts.since(), () -> {
            waiting.put(facts.id(), contact);
            acd.apply(new AcdEvent.ContactCame(facts), facts.since());
        });
        if (contact.patience() >= 0) {
            long end = facts.since() + contact.patience();
            at(end, () -> {
                if (waiting.remove(facts.id()) != null) {
                    gaveUp++;
                    acd.apply(new AcdEvent.ContactLeft(facts.id()), end);
                }
            });
        }
    }

    private void at(long when, Runnable what) {
        agenda.add(new Due(when, numbers++, what));
    }

    private void play() {
        while (!agenda.isEmpty()) {
            Due next = agenda.remove();
            acd.tick(next.at());
            follow();
            next.what().run();
            follow();
        }
        // those who would be served by nobody any more
        waiting.clear();
    }

    private void follow() {
        while (!decided.isEmpty()) {
            Decision decision = decided.remove(0);
            if (decision instanceof Decision.Offered offer) {
                answer(offer);
            } else if (decision instanceof Decision.Moved || decision instanceof Decision.Treated) {
                if (waiting.remove(decision.contact()) != null) {
                    sentOn++;
                }
            }
        }
    }

    /** Everybody answers at once. */
    private void answer(Decision.Offered offer) {
        Came contact = waiting.remove(offer.contact());
        acd.apply(new AcdEvent.OfferAccepted(offer.contact()), offer.at());
        if (contact == null) {
            return;
        }
        long wait = offer.at() - contact.facts().since();
        answered++;
        inTime += wait <= inTimeMillis ? 1 : 0;
        waited += wait;
        longest = Math.max(longest, wait);
        long done = offer.at() + (contact.handling() < 0 ? usualHandling : contact.handling());
        at(done, () -> acd.apply(new AcdEvent.ContactDone(offer.contact()), done));
    }

    private Replayed result(int contacts) {
        return new Replayed(
                contacts,
                answered,
                gaveUp,
                sentOn,
                contacts == 0 ? 0 : (int) Math.round((double) PERCENT * inTime / contacts),
                answered == 0 ? 0 : (int) (waited / answered / SECOND),
                (int) (longest / SECOND));
    }
}
