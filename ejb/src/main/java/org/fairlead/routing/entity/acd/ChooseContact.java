package org.fairlead.routing.entity.acd;

import java.util.List;
import org.fairlead.routing.entity.acd.Why.Chosen;
import org.jspecify.annotations.Nullable;

/**
 * For an agent who is free: which of the waiting contacts. Calls before chats before tasks; then who waits longest,
 * urgency counted in waiting. Where misses cost money: whose wait costs most, unless somebody waits beyond the bound.
 */
final class ChooseContact {

    private static final Channel[] CHANNELS = Channel.values();

    private final Hall hall;
    private @Nullable Ticket best;
    private boolean bestOverdue;
    private long bestCost;
    private int candidates;
    private long now;

    ChooseContact(Hall hall) {
        this.hall = hall;
    }

    /** Why the last one was chosen. */
    Why why() {
        Ticket chosen = best;
        if (chosen == null) {
            throw new IllegalStateException("none was chosen");
        }
        boolean byCost = hall.priced > 0 && !bestOverdue;
        return new Why(
                Chosen.CONTACT,
                List.of(),
                candidates,
                chosen.holder == null ? chosen.ring : 0,
                now - chosen.since,
                chosen.since - chosen.rank,
                chosen.rank,
                byCost ? bestCost : -1,
                chosen.facts.preferred());
    }

    /** @return null when nobody waits whom this agent may take */
    @Nullable
    Ticket forAgent(Seat seat, long at) {
        now = at;
        best = null;
        candidates = 0;
        for (Channel channel : CHANNELS) {
            if (seat.idle[channel.index]) {
                if (hall.priced > 0) {
                    byCost(seat, channel);
                } else {
                    byRank(seat, channel);
                }
                own(seat, channel);
                if (best != null) {
                    return best;
                }
            }
        }
        return null;
    }

    private void own(Seat seat, Channel channel) {
        Line mine = seat.mine[channel.index];
        Ticket first = mine.isEmpty() ? null : mine.firstFor(seat);
        if (first != null) {
            candidates++;
            compare(first);
        }
    }

    private void byRank(Seat seat, Channel channel) {
        long[] serves = seat.classes.words;
        long[] wants = hall.wanting[channel.index].words;
        int first = -1;
        long rank = Long.MAX_VALUE;
        int words = Math.min(serves.length, wants.length);
        for (int i = 0; i < words; i++) {
            for (long rest = serves[i] & wants[i]; rest != 0; rest &= rest - 1) {
                int index = (i << 6) + Long.numberOfTrailingZeros(rest);
                candidates++;
                long each = hall.firstRank[index];
                if (first < 0 || each < rank || (each == rank && before(index, first))) {
                    first = index;
                    rank = each;
                }
            }
        }
        if (first >= 0) {
            best = hall.classAt(first).first();
        }
    }

    private boolean before(int index, int other) {
        Ticket one = hall.classAt(index).first();
        Ticket two = hall.classAt(other).first();
        return one != null && two != null && one.goesBefore(two);
    }

    private void byCost(Seat seat, Channel channel) {
        long[] serves = seat.classes.words;
        long[] wants = hall.wanting[channel.index].words;
        int words = Math.min(serves.length, wants.length);
        for (int i = 0; i < words; i++) {
            for (long rest = serves[i] & wants[i]; rest != 0; rest &= rest - 1) {
                ContactClass each = hall.classAt((i << 6) + Long.numberOfTrailingZeros(rest));
                for (int lines = each.taken; lines != 0; lines &= lines - 1) {
                    candidates++;
                    compare(each.head(Integer.numberOfTrailingZeros(lines)));
                }
            }
        }
    }

    private void compare(Ticket ticket) {
        boolean overdue = hall.priced > 0 && now - ticket.rank >= hall.settings.boundMillis();
        long cost = hall.priced > 0 ? cost(ticket) : 0;
        if (best == null || better(ticket, overdue, cost, best)) {
            best = ticket;
            bestOverdue = overdue;
            bestCost = cost;
        }
    }

    private boolean better(Ticket ticket, boolean overdue, long cost, Ticket than) {
        if (hall.priced > 0) {
            if (overdue != bestOverdue) {
                return overdue;
            }
            if (!overdue && cost != bestCost) {
                return cost > bestCost;
            }
        }
        return ticket.goesBefore(than);
    }

    private long cost(Ticket ticket) {
        MissCost price = ticket.queue.rules.cost();
        if (price == null) {
            return 0;
        }
        long slack = ticket.since + price.targetMillis() - now;
        return price.of(slack <= 0, slack, hall.settings.horizonMillis());
    }
}
