package org.fairlead.routing.entity.acd;

import java.util.List;
import org.fairlead.routing.entity.acd.Why.Chosen;
import org.jspecify.annotations.Nullable;

/** For a contact that wants one: which of the idle agents. */
final class ChooseAgent {

    private static final List<AgentOrder> BY_IDLE = List.of(AgentOrder.LONGEST_IDLE);

    private final Hall hall;

    /** Why the last one was chosen. */
    private @Nullable Why why;

    ChooseAgent(Hall hall) {
        this.hall = hall;
    }

    @Nullable
    Why why() {
        return why;
    }

    /** @return null when nobody is idle who may take it */
    @Nullable
    Seat forContact(Ticket ticket, long now) {
        Channel channel = ticket.queue.rules.channel();
        Seat holder = ticket.holder;
        if (holder != null) {
            boolean free = holder.open(channel) && serves(holder, ticket);
            why = free ? why(ticket, List.of(AgentOrder.PREFERRED), 1, 0, now, holder) : null;
            return free ? holder : null;
        }
        ContactClass at = ticket.at;
        IdleSeats idle = hall.idle(channel);
        if (at == null || ticket.queue.gated || idle.size() == 0) {
            return null;
        }
        int candidates = idle.bits.common(at.seats);
        if (candidates == 0) {
            return null;
        }
        List<AgentOrder> orders = ticket.queue.rules.orders();
        boolean byIdle = orders.isEmpty() || orders.equals(BY_IDLE);
        Seat best = byIdle ? idle.longestOf(at.seats) : null;
        if (best == null) {
            best = best(ticket, at, idle.bits, orders, now);
        }
        why = why(ticket, orders, candidates, at.ringOf(best), now, best);
        return best;
    }

    /** Who is asked for by name is there for the whole client, in whatever queue the agent works. */
    static boolean serves(Seat seat, Ticket ticket) {
        QueueRules rules = ticket.queue.rules;
        boolean byName = ticket.facts.only() != null;
        return byName ? seat.facts.clients().contains(rules.client()) : seat.facts.worksIn(rules);
    }

    private Why why(Ticket ticket, List<AgentOrder> by, int candidates, int ring, long now, Seat best) {
        AgentOrder first = by.isEmpty() ? AgentOrder.LONGEST_IDLE : by.get(0);
        return new Why(
                Chosen.AGENT,
                by,
                candidates,
                ring,
                now - ticket.since,
                ticket.since - ticket.rank,
                score(first, best, ticket, now),
                -1,
                ticket.preferred);
    }

    private Seat best(Ticket ticket, ContactClass at, Bits idle, List<AgentOrder> orders, long now) {
        Seat best = null;
        int words = Math.min(idle.words.length, at.seats.words.length);
        for (int i = 0; i < words; i++) {
            for (long rest = idle.words[i] & at.seats.words[i]; rest != 0; rest &= rest - 1) {
                Seat seat = hall.byIndex.get((i << 6) + Long.numberOfTrailingZeros(rest));
                if (best == null || better(seat, best, ticket, orders, now)) {
                    best = seat;
                }
            }
        }
        if (best == null) {
            throw new IllegalStateException("candidates were counted and not found");
        }
        return best;
    }

    private static boolean better(Seat seat, Seat than, Ticket ticket, List<AgentOrder> orders, long now) {
        for (int i = 0; i < orders.size(); i++) {
            AgentOrder order = orders.get(i);
            long one = score(order, seat, ticket, now);
            long other = score(order, than, ticket, now);
            if (one != other) {
                return one < other;
            }
        }
        return seat.idleLongerThan(than);
    }

    /** The lowest wins. */
    static long score(AgentOrder order, Seat seat, Ticket ticket, long now) {
        return switch (order) {
            case LONGEST_IDLE -> seat.idleSince;
            case BEST_FIT -> -fit(seat, ticket);
            case SUFFICIENT_FIT -> fit(seat, ticket);
            case ROUND_ROBIN -> ticket.queue.turns.getOrDefault(seat.id, 0L);
            case SEQUENTIAL -> ticket.queue.placeOf(seat);
            case TEAM -> ticket.queue.teamOf(seat);
            case LEAST_OCCUPIED -> seat.occupancy(now);
            case FEWEST_CONTACTS -> seat.handled;
            case PREFERRED -> seat.id.equals(ticket.preferred) ? 0 : 1;
            case INNER_RING -> ticket.at == null ? 0 : ticket.at.ringOf(seat);
            case SHARES -> ticket.queue.aheadOfShare(seat);
        };
    }

    private static long fit(Seat seat, Ticket ticket) {
        ContactClass at = ticket.at;
        if (at == null) {
            return 0;
        }
        long sum = 0;
        for (int skill : at.fit) {
            sum += seat.proficiency(skill);
        }
        return sum;
    }
}
