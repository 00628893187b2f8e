package org.fairlead.routing.entity.acd;

import java.util.Arrays;
import java.util.List;
import org.fairlead.routing.entity.acd.Why.Chosen;
import org.jspecify.annotations.Nullable;

/**
 * For an agent who is free: which of the waiting contacts. Calls before chats before tasks; then who waits longest,
 * urgency counted in waiting. Where misses cost money, whoever has waited beyond the bound comes first, then the most
 * urgent level of all; of the others each client sends the one whose turn it is, once of those who can still be
 * answered in time and once of those who are late, and of these the one goes first whose wait costs most. Where nothing
 * is at stake, costs are nought and who waits longest goes first.
 */
final class ChooseContact {

    private static final Channel[] CHANNELS = Channel.values();

    /** The bound has been waited out; the most urgent level; whoever else. */
    private static final int OVERDUE = 0;

    private static final int FIRST_OF_ALL = 1;
    private static final int OTHERS = 2;

    private final Hall hall;
    private @Nullable Ticket best;
    private int bestTier;
    private long bestCost;
    private int candidates;
    private long now;
    /** Whose turn it is, twice for each client; the first place is for contacts that wait for this agent alone. */
    private @Nullable Ticket[] turns = new @Nullable Ticket[32];

    private int[] taken = new int[32];
    private int takenCount;

    ChooseContact(Hall hall) {
        this.hall = hall;
    }

    /** Why the last one was chosen. */
    Why why() {
        Ticket chosen = best;
        if (chosen == null) {
            throw new IllegalStateException("none was chosen");
        }
        return new Why(
                Chosen.CONTACT,
                List.of(),
                candidates,
                chosen.holder == null ? chosen.ring : 0,
                now - chosen.since,
                chosen.since - chosen.rank,
                chosen.rank,
                bestCost > 0 ? bestCost : -1,
                chosen.preferred);
    }

    /** @return null when nobody waits whom this agent may take */
    @Nullable
    Ticket forAgent(Seat seat, long at) {
        now = at;
        best = null;
        bestTier = OTHERS;
        bestCost = 0;
        candidates = 0;
        for (Channel channel : CHANNELS) {
            if (seat.open(channel)) {
                if (hall.priced > 0) {
                    byCost(seat, channel);
                } else {
                    byRank(seat, channel);
                    own(seat, channel);
                }
                if (best != null) {
                    return best;
                }
            }
        }
        return null;
    }

    private void own(Seat seat, Channel channel) {
        Ticket first = seat.firstOfMine(channel);
        if (first != null) {
            candidates++;
            Ticket shared = best;
            best = shared == null || first.goesBefore(shared) ? first : shared;
        }
    }

    private void byRank(Seat seat, Channel channel) {
        long[] serves = seat.classWords;
        long[] wants = hall.wanting[channel.index].words;
        int first = -1;
        long rank = Long.MAX_VALUE;
        long[] ranks = hall.firstRank;
        int words = Math.min(serves.length, wants.length);
        for (int i = 0; i < words; i++) {
            long both = serves[i] & wants[i];
            candidates += Long.bitCount(both);
            for (long rest = both; rest != 0; rest &= rest - 1) {
                int index = (i << 6) + Long.numberOfTrailingZeros(rest);
                long each = ranks[index];
                if (each <= rank && (each < rank || first < 0 || before(index, first))) {
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
        long[] serves = seat.classWords;
        long[] wants = hall.wanting[channel.index].words;
        int words = Math.min(serves.length, wants.length);
        for (int i = 0; i < words; i++) {
            for (long rest = serves[i] & wants[i]; rest != 0; rest &= rest - 1) {
                ContactClass each = hall.classAt((i << 6) + Long.numberOfTrailingZeros(rest));
                for (int lines = each.taken; lines != 0; lines &= lines - 1) {
                    int line = Integer.numberOfTrailingZeros(lines);
                    consider(each.head(line), 2 * each.pool + (line >= QueueRules.LEVELS ? 1 : 0));
                }
            }
        }
        Ticket own = seat.firstOfMine(channel);
        if (own != null) {
            consider(own, 0);
        }
        costliest();
    }

    private void consider(Ticket ticket, int turn) {
        candidates++;
        int tier = tier(ticket);
        if (tier < OTHERS) {
            Ticket before = best;
            if (before == null || tier < bestTier || (tier == bestTier && ticket.goesBefore(before))) {
                best = ticket;
                bestTier = tier;
            }
            return;
        }
        if (turn >= turns.length) {
            turns = Arrays.copyOf(turns, 2 * turn);
            taken = Arrays.copyOf(taken, 2 * turn);
        }
        Ticket before = turns[turn];
        if (before == null) {
            taken[takenCount++] = turn;
            turns[turn] = ticket;
        } else if (ticket.goesBefore(before)) {
            turns[turn] = ticket;
        }
    }

    private int tier(Ticket ticket) {
        if (now - ticket.since >= hall.settings.boundMillis()) {
            return OVERDUE;
        }
        return ticket.level == 0 ? FIRST_OF_ALL : OTHERS;
    }

    /** Of those whose turn it is. */
    private void costliest() {
        Ticket first = best;
        for (int i = 0; i < takenCount; i++) {
            Ticket each = turns[taken[i]];
            turns[taken[i]] = null;
            if (each == null || bestTier < OTHERS) {
                continue;
            }
            long cost = cost(each);
            if (first == null || cost > bestCost || (cost == bestCost && each.goesBefore(first))) {
                first = each;
                bestCost = cost;
            }
        }
        takenCount = 0;
        best = first;
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
