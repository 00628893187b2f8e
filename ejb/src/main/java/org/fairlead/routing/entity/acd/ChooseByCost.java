package org.fairlead.routing.entity.acd;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * For an agent who is free where misses cost money: whoever has waited beyond the bound comes first, then the most urgent
 * level of all; of the others each client sends the one whose turn it is, once of those who can still be answered in time
 * and once of those who are late, and of these the one goes first whose wait costs most. Where nothing is at stake, costs
 * are nought and who waits longest goes first.
 *
 * <p>Lines are named by {@link Heads#place}; who stands there is looked up only where two came at one instant, and once in
 * the end.
 */
final class ChooseByCost {

    /** The bound has been waited out; the most urgent level; whoever else. */
    private static final int OVERDUE = 0;

    private static final int FIRST_OF_ALL = 1;
    private static final int OTHERS = 2;
    /** The contact that waits for this agent alone, and has no line among the others. */
    private static final int OWN = -1;

    private static final int NONE = -2;

    private final Hall hall;
    private @Nullable Ticket own;
    private int best;
    private int bestTier;
    private long bestCost;
    private int candidates;
    private long now;
    /** Whose turn it is, twice for each client; the first place is for contacts that wait for this agent alone. */
    private int[] turns = new int[32];

    private int[] taken = new int[32];
    private int takenCount;

    ChooseByCost(Hall hall) {
        this.hall = hall;
        Arrays.fill(turns, NONE);
    }

    /** How many lines were compared for the last one. */
    int candidates() {
        return candidates;
    }

    /** What a miss of the last one would have cost. */
    long cost() {
        return bestCost;
    }

    /** @return null when nobody waits whom this agent may take */
    @Nullable
    Ticket forAgent(Seat seat, Channel channel, long at) {
        now = at;
        best = NONE;
        bestTier = OTHERS;
        bestCost = 0;
        candidates = 0;
        own = seat.firstOfMine(channel);
        shared(seat, channel);
        if (own != null) {
            consider(OWN, 0);
        }
        costliest();
        return best == NONE ? null : ticket(best);
    }

    private void shared(Seat seat, Channel channel) {
        Heads heads = hall.heads;
        long[] serves = seat.classWords;
        long[] wants = hall.wanting[channel.index].words;
        int words = Math.min(serves.length, wants.length);
        for (int i = 0; i < words; i++) {
            for (long rest = serves[i] & wants[i]; rest != 0; rest &= rest - 1) {
                int index = (i << 6) + Long.numberOfTrailingZeros(rest);
                int pool = 2 * heads.pool[index];
                for (int lines = heads.taken[index]; lines != 0; lines &= lines - 1) {
                    int line = Integer.numberOfTrailingZeros(lines);
                    consider(Heads.place(index, line), pool + (line >= QueueRules.LEVELS ? 1 : 0));
                }
            }
        }
    }

    private void consider(int place, int turn) {
        candidates++;
        int tier = tier(place);
        if (tier < OTHERS) {
            if (best == NONE || tier < bestTier || (tier == bestTier && goesBefore(place, best))) {
                best = place;
                bestTier = tier;
            }
            return;
        }
        if (turn >= turns.length) {
            int known = turns.length;
            turns = Arrays.copyOf(turns, 2 * turn);
            Arrays.fill(turns, known, turns.length, NONE);
            taken = Arrays.copyOf(taken, 2 * turn);
        }
        int before = turns[turn];
        if (before == NONE) {
            taken[takenCount++] = turn;
            turns[turn] = place;
        } else if (goesBefore(place, before)) {
            turns[turn] = place;
        }
    }

    private int tier(int place) {
        if (now - since(place) >= hall.settings.boundMillis()) {
            return OVERDUE;
        }
        return level(place) == 0 ? FIRST_OF_ALL : OTHERS;
    }

    /** Of those whose turn it is. */
    private void costliest() {
        for (int i = 0; i < takenCount; i++) {
            int each = turns[taken[i]];
            turns[taken[i]] = NONE;
            if (bestTier < OTHERS) {
                continue;
            }
            long cost = cost(each);
            if (best == NONE || cost > bestCost || (cost == bestCost && goesBefore(each, best))) {
                best = each;
                bestCost = cost;
            }
        }
        takenCount = 0;
    }

    private long cost(int place) {
        LiveQueue queue = place == OWN ? own().queue : hall.classAt(Heads.classOf(place)).queue;
        MissCost price = queue.rules.cost();
        if (price == null) {
            return 0;
        }
        long slack = since(place) + price.targetMillis() - now;
        return price.of(slack <= 0, slack, hall.settings.horizonMillis());
    }

    private boolean goesBefore(int one, int other) {
        long before = rank(one);
        long after = rank(other);
        return before != after ? before < after : ticket(one).goesBefore(ticket(other));
    }

    private long rank(int place) {
        return place == OWN ? own().rank : hall.heads.rank(place);
    }

    private long since(int place) {
        return place == OWN ? own().since : hall.heads.since(place);
    }

    private int level(int place) {
        return place == OWN ? own().level : Heads.lineOf(place) % QueueRules.LEVELS;
    }

    private Ticket ticket(int place) {
        return place == OWN ? own() : hall.classAt(Heads.classOf(place)).head(Heads.lineOf(place));
    }

    private Ticket own() {
        Ticket mine = own;
        if (mine == null) {
            throw new IllegalStateException("nobody waits for this agent alone");
        }
        return mine;
    }
}
