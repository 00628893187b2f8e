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
    /** Who would have been answered too late at this instant is late. */
    private long lateBy;
    /** Whoever came until then has waited out the bound. */
    private long overdueSince;
    /** Whose turn it is, twice for each client; the first place is for contacts that wait for this agent alone. */
    private int[] turns = new int[32];

    /** Beside it, for comparison. */
    private long[] ranks = new long[32];

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
        lateBy = hall.lateBy;
        overdueSince = at - hall.settings.boundMillis();
        best = NONE;
        bestTier = OTHERS;
        bestCost = 0;
        candidates = 0;
        own = seat.firstOfMine(channel);
        shared(seat, channel);
        if (own != null) {
            consider(OWN, 0, own.level, own.since, own.rank);
        }
        costliest();
        return best == NONE ? null : ticket(best);
    }

    private void shared(Seat seat, Channel channel) {
        long[] serves = seat.classWords;
        long[] wants = hall.wanting[channel.index].words;
        int words = Math.min(serves.length, wants.length);
        for (int i = 0; i < words; i++) {
            for (long rest = serves[i] & wants[i]; rest != 0; rest &= rest - 1) {
                lines((i << 6) + Long.numberOfTrailingZeros(rest));
            }
        }
    }

    /** Whoever has become late meanwhile is told from the others by the border in the line, before both are looked at. */
    private void lines(int index) {
        Heads heads = hall.heads;
        int turn = 2 * heads.pool(index);
        long lateSince = heads.lateSince(index, lateBy);
        int lines = heads.taken(index);
        while (lines != 0) {
            int line = Integer.numberOfTrailingZeros(lines);
            int place = Heads.place(index, line);
            long since = heads.since(place);
            boolean late = ContactClass.isLate(line);
            if (!late && since <= lateSince) {
                hall.turn(index, line, lateSince);
                lines = heads.taken(index) & (-1 << line);
            } else {
                consider(place, late ? turn + 1 : turn, ContactClass.levelOf(line), since, heads.rank(place));
                lines &= lines - 1;
            }
        }
    }

    private void consider(int place, int turn, int level, long since, long rank) {
        candidates++;
        if (level == 0 || since <= overdueSince) {
            urgent(place, since <= overdueSince ? OVERDUE : FIRST_OF_ALL);
            return;
        }
        if (turn >= turns.length) {
            makeRoom(turn);
        }
        int before = turns[turn];
        if (before == NONE) {
            taken[takenCount++] = turn;
        } else if (rank > ranks[turn] || (rank == ranks[turn] && !goesBefore(place, before))) {
            return;
        }
        turns[turn] = place;
        ranks[turn] = rank;
    }

    private void urgent(int place, int tier) {
        if (best == NONE || tier < bestTier || (tier == bestTier && goesBefore(place, best))) {
            best = place;
            bestTier = tier;
        }
    }

    private void makeRoom(int turn) {
        int known = turns.length;
        turns = Arrays.copyOf(turns, 2 * turn);
        Arrays.fill(turns, known, turns.length, NONE);
        ranks = Arrays.copyOf(ranks, 2 * turn);
        taken = Arrays.copyOf(taken, 2 * turn);
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
        long horizon = hall.settings.horizonMillis();
        if (place != OWN) {
            return hall.heads.cost(place, now, horizon);
        }
        MissCost price = own().queue.rules.cost();
        return price == null ? 0 : price.of(own().since, now, horizon);
    }

    private boolean goesBefore(int one, int other) {
        long before = rank(one);
        long after = rank(other);
        return before != after ? before < after : ticket(one).goesBefore(ticket(other));
    }

    private long rank(int place) {
        return place == OWN ? own().rank : hall.heads.rank(place);
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
