package org.fairlead.routing.entity.acd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.routing.entity.acd.AcdSnapshot.OfAgent;
import org.fairlead.routing.entity.acd.AcdSnapshot.OfContact;
import org.fairlead.routing.entity.acd.AcdSnapshot.OfQueue;
import org.jspecify.annotations.Nullable;

/** From the distributor to what must be kept of it, and back. */
final class Rebuild {

    private final Acd acd;
    private final Hall hall;

    Rebuild(Acd acd) {
        this.acd = acd;
        this.hall = acd.hall;
    }

    AcdSnapshot snapshot() {
        List<OfQueue> queues = new ArrayList<>();
        for (LiveQueue each : hall.queues.values()) {
            queues.add(new OfQueue(
                    each.rules,
                    each.gated,
                    each.turn,
                    Map.copyOf(each.turns),
                    Map.copyOf(each.given),
                    each.waits.interval(),
                    each.waits.last()));
        }
        List<OfAgent> agents = hall.byIndex.stream().map(Rebuild::agent).toList();
        List<OfContact> contacts = new ArrayList<>();
        for (Ticket each : hall.tickets.all()) {
            contacts.add(contact(each));
        }
        return new AcdSnapshot(acd.now, queues, agents, contacts);
    }

    private static OfAgent agent(Seat seat) {
        return new OfAgent(
                seat.own,
                seat.facts,
                seat.roleUntil,
                AcdSnapshot.Presence.valueOf(seat.state.name()),
                seat.idleSince,
                seat.presentSince,
                seat.busySince,
                seat.busyMillis,
                seat.handled);
    }

    private static OfContact contact(Ticket ticket) {
        Seat seat = ticket.seat;
        boolean timed = ticket.state == Ticket.State.ASIDE || ticket.state == Ticket.State.OFFERED;
        return new OfContact(
                ticket.facts,
                ticket.queue.rules.id(),
                AcdSnapshot.State.valueOf(ticket.state.name()),
                ticket.entered,
                ticket.overflows,
                ticket.hops,
                ticket.site,
                ticket.callback,
                ticket.preferredPast,
                ticket.holder != null,
                seat == null ? null : seat.id,
                ticket.number,
                timed && ticket.slot >= 0 ? ticket.due : 0);
    }

    /** Into a distributor in which nothing is yet. Agents who are free get what waits for them. */
    void restore(AcdSnapshot from) {
        from.queues().forEach(this::restore);
        from.agents().forEach(this::restore);
        List<Ticket> waiting = new ArrayList<>();
        for (OfContact each : from.contacts()) {
            Ticket ticket = ticket(each);
            if (ticket != null) {
                settle(ticket, each, waiting);
            }
        }
        hall.byIndex.stream()
                .sorted(Comparator.<Seat>comparingLong(seat -> seat.idleSince).thenComparing(seat -> seat.id))
                .forEach(hall::announce);
        waiting.sort(Acd.ORDER);
        for (Ticket each : waiting) {
            // who was not held for an agent before is not held now, though the agent may be back; and the reverse
            acd.course.place(each, each.holder, acd.now);
            each.counted = true;
            each.queue.waiting++;
        }
        waiting.forEach(each -> {
            if (each.state == Ticket.State.WAITING) {
                acd.seek(each);
            }
        });
    }

    private void restore(OfQueue from) {
        LiveQueue queue = new LiveQueue(from.rules());
        queue.gated = from.gated();
        queue.turn = from.turn();
        queue.turns.putAll(from.turns());
        queue.given.putAll(from.given());
        queue.givenAll =
                from.given().values().stream().mapToLong(Long::longValue).sum();
        queue.waits = new Waits(from.interval(), from.last());
        hall.queues.put(from.rules().id(), queue);
        hall.price(null, from.rules().cost());
    }

    private void restore(OfAgent from) {
        Seat seat = hall.seat(from.own().id());
        seat.own = from.own();
        seat.roleUntil = from.roleUntil();
        seat.state = Seat.State.valueOf(from.presence().name());
        seat.idleSince = from.idleSince();
        seat.presentSince = from.presentSince();
        seat.busySince = from.busySince();
        seat.busyMillis = from.busyMillis();
        seat.handled = from.handled();
        hall.present.set(seat.index, seat.state != Seat.State.GONE);
        hall.role(seat, from.now());
        if (from.roleUntil() > 0 && from.roleUntil() < Long.MAX_VALUE) {
            acd.wheel.set(seat, from.roleUntil());
        }
    }

    private @Nullable Ticket ticket(OfContact from) {
        LiveQueue queue = hall.queues.get(from.queue());
        if (queue == null || hall.tickets.get(from.facts().id()) != null) {
            return null;
        }
        Ticket ticket = new Ticket(from.facts(), queue);
        ticket.state = Ticket.State.valueOf(from.state().name());
        ticket.entered = from.entered();
        ticket.overflows = from.overflows();
        ticket.hops = from.hops();
        ticket.site = from.site();
        ticket.callback = from.callback();
        ticket.preferredPast = from.preferredPast();
        ticket.holder = from.held() ? holder(from.facts()) : null;
        ticket.number = from.number();
        Course.rank(ticket);
        hall.tickets.add(ticket);
        return ticket;
    }

    private @Nullable Seat holder(ContactFacts facts) {
        UUID agent = facts.only() == null ? facts.preferred() : facts.only();
        return agent == null ? null : hall.seat(agent);
    }

    private void settle(Ticket ticket, OfContact from, List<Ticket> waiting) {
        switch (ticket.state) {
            case WAITING -> waiting.add(ticket);
            case ASIDE -> acd.wheel.set(ticket, from.due());
            case OFFERED, SERVED -> inHand(ticket, from);
        }
    }

    private void inHand(Ticket ticket, OfContact from) {
        if (from.agent() == null) {
            throw new IllegalArgumentException("offered or served by nobody: " + ticket.id);
        }
        Seat seat = hall.seat(from.agent());
        long busySince = seat.busySince;
        ticket.seat = seat;
        seat.takes(ticket.queue.rules.channel(), acd.now);
        seat.busySince = busySince;
        if (ticket.state == Ticket.State.OFFERED) {
            seat.offered = ticket;
            ticket.offeredUntil = from.due() == 0 ? Long.MAX_VALUE : from.due();
            if (from.due() > 0) {
                acd.wheel.set(ticket, from.due());
            }
        }
    }
}
