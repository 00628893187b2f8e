package org.fairlead.gateway.site;

import java.time.Duration;
import java.time.Instant;

/** How much the carrier takes: calls that begin in a second, and calls that live at once. Nothing is limited at first. */
final class TrunkLimits {

    private static final long SECOND = 1_000_000_000L;

    private int callsPerSecond;
    private int channels;
    private Instant next = Instant.EPOCH;

    void set(int mostPerSecond, int mostAtOnce) {
        callsPerSecond = mostPerSecond;
        channels = mostAtOnce;
    }

    /** Whether no call may be added to so many. */
    boolean full(int live) {
        return channels > 0 && live >= channels;
    }

    /** How long the next call has to wait for its turn, which it has taken then. */
    Duration turn(Instant now) {
        if (callsPerSecond == 0) {
            return Duration.ZERO;
        }
        Instant at = next.isAfter(now) ? next : now;
        next = at.plusNanos(SECOND / callsPerSecond);
        return Duration.between(now, at);
    }
}
