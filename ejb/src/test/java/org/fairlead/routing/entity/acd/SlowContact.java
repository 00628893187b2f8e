package org.fairlead.routing.entity.acd;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A contact of {@link SlowAcd}: what has happened to it, and nothing that can be worked out from that. */
final class SlowContact {

    ContactFacts facts;
    SlowQueue queue;
    Ticket.State state = Ticket.State.ASIDE;
    long entered;
    /** When it took its place. */
    long looked;

    int overflows;
    int site = -1;
    int hops;
    boolean callback;
    boolean preferredPast;
    /** Until when it lies aside. */
    long aside;

    @Nullable
    SlowAgent holder;

    @Nullable
    SlowAgent agent;

    int number;
    long offeredUntil;

    SlowContact(ContactFacts facts, SlowQueue queue) {
        this.facts = facts;
        this.queue = queue;
    }

    int level() {
        return queue.rules.levelOf(facts);
    }

    long rank() {
        return facts.since() - queue.rules.credit(level());
    }

    Channel channel() {
        return queue.rules.channel();
    }

    /** The ring that it has been let into; rings begin one contact after the other, also at the same instant. */
    int ring() {
        int ring = 0;
        for (int i = 0; i < queue.rules.rings().size(); i++) {
            if (entered + queue.rules.rings().get(i).afterMillis() <= looked) {
                ring = i;
            }
        }
        return ring;
    }

    boolean late(long now) {
        MissCost cost = queue.rules.cost();
        return cost != null && now >= facts.since() + cost.targetMillis();
    }

    Map<String, Integer> extra() {
        return Course.extra(queue.rules.entries(), facts);
    }

    Needs needs(int ring) {
        return Needs.of(
                queue.rules.rings().get(ring),
                facts.language(),
                extra(),
                site,
                new java.util.HashSet<>(queue.rules.list()));
    }
}
