package org.fairlead.routing.entity.acd;

import java.util.List;
import org.fairlead.routing.entity.acd.Why.Chosen;
import org.jspecify.annotations.Nullable;

/**
 * For an agent who is free: which of the waiting contacts. Calls before chats before tasks; then who waits longest, urgency
 * counted in waiting; where misses cost money, as {@link ChooseByCost} says.
 */
final class ChooseContact {

    private static final Channel[] CHANNELS = Channel.values();

    private final Hall hall;
    private final ChooseByCost byCost;
    private @Nullable Ticket best;
    private int candidates;
    private long cost;
    private long now;

    ChooseContact(Hall hall) {
        this.hall = hall;
        byCost = new ChooseByCost(hall);
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
                cost > 0 ? cost : -1,
                chosen.preferred);
    }

    /** @return null when nobody waits whom this agent may take */
    @Nullable
    Ticket forAgent(Seat seat, long at) {
        now = at;
        best = null;
        cost = 0;
        candidates = 0;
        for (Channel channel : CHANNELS) {
            if (seat.open(channel)) {
                if (hall.priced()) {
                    best = byCost.forAgent(seat, channel, at);
                    cost = byCost.cost();
                    candidates += byCost.candidates();
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
}
