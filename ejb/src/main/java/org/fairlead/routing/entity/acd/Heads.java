package org.fairlead.routing.entity.acd;

import java.util.Arrays;

/**
 * Who is first in each line of each class, as numbers side by side: where misses cost money a freed agent looks at all of
 * them, and to follow a hundred references into a large heap for each decision is what would make it slow.
 */
final class Heads {

    /** Lines of a class, rounded up to a power of two. */
    private static final int SHIFT = 5;

    private static final int LINE = (1 << SHIFT) - 1;
    private static final int FIELDS = 2;

    /** By class: a bit for each line in which somebody waits. */
    int[] taken = new int[64];
    /** By class: its client's number. */
    int[] pool = new int[64];
    /** By class and line: rank, and since when. */
    private long[] first = new long[(FIELDS * 64) << SHIFT];

    void opened(ContactClass opened) {
        int index = opened.index;
        if (index >= taken.length) {
            int more = 2 * index;
            taken = Arrays.copyOf(taken, more);
            pool = Arrays.copyOf(pool, more);
            first = Arrays.copyOf(first, (FIELDS * more) << SHIFT);
        }
        taken[index] = 0;
        pool[index] = opened.pool;
    }

    /** Somebody came to that line; whoever comes at its end changes nothing, and the first is not even looked at. */
    void joined(ContactClass of, int line, Ticket ticket) {
        taken[of.index] = of.taken;
        if (of.head(line) == ticket) {
            put(of.index, line, ticket);
        }
    }

    /** Somebody left that line. */
    void left(ContactClass of, int line) {
        taken[of.index] = of.taken;
        if ((of.taken & (1 << line)) != 0) {
            put(of.index, line, of.head(line));
        }
    }

    private void put(int index, int line, Ticket head) {
        int at = FIELDS * place(index, line);
        first[at] = head.rank;
        first[at + 1] = head.since;
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
        return first[FIELDS * place];
    }

    long since(int place) {
        return first[FIELDS * place + 1];
    }
}
