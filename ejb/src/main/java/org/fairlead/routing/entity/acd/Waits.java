package org.fairlead.routing.entity.acd;

/** How fast a queue moves while somebody waits in it: the basis of what callers are told. */
final class Waits {

    private static final int WEIGHT = 8;
    private static final long NONE = -1;
    private static final long MICROS = 1000;

    private long interval;
    private long last;

    Waits() {
        this(NONE, NONE);
    }

    Waits(long interval, long last) {
        this.interval = interval;
        this.last = last;
    }

    long interval() {
        return interval;
    }

    long last() {
        return last;
    }

    /** @param waiting with the new one */
    void came(long now, int waiting) {
        if (waiting == 1) {
            last = now;
        }
    }

    /**
     * Somebody got an agent, or gave up.
     *
     * @param waiting still
     * @param atOnce whether there was no wait, which tells nothing about waits
     */
    void moved(long now, int waiting, boolean atOnce) {
        if (last != NONE && !atOnce) {
            long sample = (now - last) * MICROS;
            interval = interval == NONE ? sample : interval + (sample - interval) / WEIGHT;
        }
        last = waiting > 0 ? now : NONE;
    }

    /**
     * @param position in line, 1 for the next
     * @param agents who are there for it
     */
    long expected(int position, int agents, long handleMillis) {
        long each = interval == NONE ? handleMillis * MICROS / Math.max(1, agents) : interval;
        return each * position / MICROS;
    }
}
