package org.fairlead.routing.entity.acd;

import java.util.Arrays;

/**
 * Who is first in each line of each class, as numbers side by side: where misses cost money a freed agent looks at all of
 * them, and to follow a hundred references into a large heap for each decision is what would make it slow. Kept only
 * while a miss costs something somewhere.
 */
final class Heads {

    /** Lines of a class, rounded up to a power of two, in what names a line. */
    private static final int SHIFT = 5;

    private static final int LINE = (1 << SHIFT) - 1;

    // a class's numbers: six of its own, two for each line, and two to spare, so that a line's two share a piece of
    // memory

    /** A bit for each line in which somebody waits. */
    private static final int TAKEN = 0;
    /** Its client's number. */
    private static final int POOL = 1;
    /** What a miss costs. */
    private static final int TARGET = 2;

    private static final int MISS = 3;
    private static final int LATE = 4;
    /** Rank and since when, of each line's first. */
    private static final int FIRST = 6;

    private static final int SINCE = 1;
    private static final int FIELDS = 2;
    private static final int BLOCK = FIRST + FIELDS * ContactClass.LINES + 2;
    /** So long nobody waits. */
    private static final long NEVER = Long.MAX_VALUE >> 1;

    private long[] numbers = new long[BLOCK * 64];

    /** Anew, with whoever waits in it. */
    void entered(ContactClass each) {
        int from = BLOCK * each.index;
        if (from >= numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * from);
        }
        numbers[from + TAKEN] = each.taken;
        numbers[from + POOL] = each.pool;
        priced(each);
        for (int lines = each.taken; lines != 0; lines &= lines - 1) {
            int line = Integer.numberOfTrailingZeros(lines);
            put(each.index, line, each.head(line));
        }
    }

    /** What a miss costs in its queue may have changed. */
    void priced(ContactClass each) {
        MissCost cost = each.queue.rules.cost();
        int from = BLOCK * each.index;
        numbers[from + TARGET] = cost == null ? NEVER : cost.targetMillis();
        numbers[from + MISS] = cost == null ? 0 : cost.perMiss();
        numbers[from + LATE] = cost == null ? 0 : cost.late();
    }

    /** Somebody came; whoever comes at the end changes nothing, and the first is not even looked at. */
    void joined(ContactClass of, Ticket ticket) {
        int onTime = ContactClass.line(ticket.level);
        numbers[BLOCK * of.index + TAKEN] = of.taken;
        if (ticket.late) {
            // who stood before as not late went over with it
            turned(of, onTime, true);
        } else if (of.head(onTime) == ticket) {
            put(of.index, onTime, ticket);
        }
    }

    /** Somebody left; whoever was not first changes nothing. */
    void left(ContactClass of, Ticket ticket) {
        numbers[BLOCK * of.index + TAKEN] = of.taken;
        int onTime = ContactClass.line(ticket.level);
        for (int line = onTime; line <= onTime + 1; line++) {
            if (rank(place(of.index, line)) == ticket.rank) {
                putFirst(of, line);
            }
        }
    }

    /** Some of that line are late now. */
    void turned(ContactClass of, int line, boolean otherLate) {
        numbers[BLOCK * of.index + TAKEN] = of.taken;
        putFirst(of, line);
        if (otherLate) {
            putFirst(of, line + 1);
        }
    }

    private void putFirst(ContactClass of, int line) {
        if ((of.taken & (1 << line)) != 0) {
            put(of.index, line, of.head(line));
        }
    }

    private void put(int index, int line, Ticket head) {
        int at = at(place(index, line));
        numbers[at] = head.rank;
        numbers[at + SINCE] = head.since;
    }

    private static int at(int place) {
        return BLOCK * classOf(place) + FIRST + FIELDS * lineOf(place);
    }

    /** The lines of a class in which somebody waits, a bit for each. */
    int taken(int index) {
        return (int) numbers[BLOCK * index + TAKEN];
    }

    /** The number of its client. */
    int pool(int index) {
        return (int) numbers[BLOCK * index + POOL];
    }

    /** Of those who still could be answered in time, whoever came until then cannot any more. */
    long lateSince(int index, long by) {
        return by - numbers[BLOCK * index + TARGET];
    }

    /** Names a line by one number. */
    static int place(int index, int line) {
        return (index << SHIFT) | line;
    }

    static int classOf(int place) {
        return place >> SHIFT;
    }

    static int lineOf(int place) {
        return place & LINE;
    }

    long rank(int place) {
        return numbers[at(place)];
    }

    long since(int place) {
        return numbers[at(place) + SINCE];
    }

    /** What it costs to let the first there wait on. */
    long cost(int place, long now, long horizon) {
        int from = BLOCK * classOf(place);
        long slack = since(place) + numbers[from + TARGET] - now;
        return MissCost.of(numbers[from + MISS], numbers[from + LATE], slack, horizon);
    }
}
