package org.fairlead.routing.entity.acd;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An agent of {@link SlowAcd}. */
final class SlowAgent {

    final UUID id;
    AgentFacts own;
    AgentFacts facts;
    long roleUntil;
    Seat.State state = Seat.State.GONE;
    /** Offered or served. */
    final List<SlowContact> inHand = new ArrayList<>();

    long idleSince;
    long presentSince;
    long busySince;
    long busyMillis;
    int handled;

    SlowAgent(UUID id) {
        this.id = id;
        this.own = AgentFacts.of(id, java.util.Set.of(), java.util.Map.of());
        this.facts = own;
    }

    boolean open(Channel channel) {
        if (state != Seat.State.READY) {
            return false;
        }
        if (inHand.stream().anyMatch(each -> each.state == Ticket.State.OFFERED)) {
            return false;
        }
        Capacity capacity = facts.capacity();
        long same = inHand.stream().filter(each -> each.channel() == channel).count();
        int load = inHand.stream()
                .mapToInt(each -> capacity.weights().getOrDefault(each.channel(), 0))
                .sum();
        if (!capacity.weights().containsKey(channel) || same >= capacity.most().getOrDefault(channel, 1)) {
            return false;
        }
        return channel == Channel.TASK ? load == 0 : load + capacity.weights().get(channel) <= 100;
    }

    private boolean skilled(Needs needs) {
        return needs.skills().entrySet().stream()
                .allMatch(asked -> facts.skills().getOrDefault(asked.getKey(), 0) >= asked.getValue());
    }

    private boolean worksIn(SlowQueue queue) {
        return facts.queues().isEmpty() || facts.queues().contains(queue.rules.id());
    }

    /** Who asks for the agent by name is served in every queue of a client. */
    boolean worksFor(SlowContact contact) {
        boolean client = facts.clients().contains(contact.queue.rules.client());
        return client && (contact.facts.only() != null || worksIn(contact.queue));
    }

    boolean mayServe(SlowContact contact) {
        if (!worksFor(contact) || !worksIn(contact.queue)) {
            return false;
        }
        return firstRing(contact) <= contact.ring();
    }

    /** The first ring from which this agent is asked; one too many for none. */
    int firstRing(SlowContact contact) {
        int ring = contact.ring();
        for (int i = 0; i <= ring; i++) {
            if (skilled(contact.needs(i)) && contact.needs(i).metBeside(facts)) {
                return i;
            }
        }
        return ring + 1;
    }

    void take(SlowContact contact, long now) {
        if (inHand.isEmpty()) {
            busySince = now;
        }
        inHand.add(contact);
        contact.agent = this;
    }

    void let(SlowContact contact, long now) {
        inHand.remove(contact);
        contact.agent = null;
        if (inHand.isEmpty()) {
            busyMillis += now - busySince;
        }
    }

    long occupancy(long now) {
        long busy = busyMillis + (inHand.isEmpty() ? 0 : now - busySince);
        return busy * 10_000 / Math.max(1, now - presentSince);
    }
}
