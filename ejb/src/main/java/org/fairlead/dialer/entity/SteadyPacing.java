package org.fairlead.dialer.entity;

import java.time.Duration;
import java.time.Instant;

/** The pace of calls that need no agent: so many at once, so many a minute, evenly. */
public final class SteadyPacing {

    private static final double MINUTE_MILLIS = 60_000;

    /** What was not used in a pause does not come all at once. */
    private static final double LONGEST_PAUSE_MILLIS = 2_000;

    private Instant last = Instant.MIN;
    private double due;

    /**
     * How many may be placed now.
     *
     * @param out calls that are out, or whose customers listen
     * @param lines how many there may be
     * @param perMinute how many may begin in a minute
     */
    public int place(Instant now, int out, int lines, int perMinute) {
        double most = Math.max(1, perMinute * LONGEST_PAUSE_MILLIS / MINUTE_MILLIS);
        if (last.equals(Instant.MIN)) {
            due = 1;
        } else {
            double passed = Math.max(0, Duration.between(last, now).toMillis());
            due = Math.min(most, due + perMinute * passed / MINUTE_MILLIS);
        }
        last = now;
        return Math.max(0, Math.min((int) due, lines - out));
    }

    /** So many have left. */
    public void placed(int calls) {
        due -= calls;
    }
}
