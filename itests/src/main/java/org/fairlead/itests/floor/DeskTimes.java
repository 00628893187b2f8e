package org.fairlead.itests.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What all virtual agents measured together; times in microseconds. */
public final class DeskTimes {

    private static final long LONGEST = Duration.ofMinutes(2).toNanos() / 1000;

    private final Histogram offers = new ConcurrentHistogram(LONGEST, 3);
    private final Histogram actions = new ConcurrentHistogram(LONGEST, 3);
    private final Histogram panels = new ConcurrentHistogram(LONGEST, 3);
    private final LongAdder handled = new LongAdder();
    private final LongAdder missed = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder broken = new LongAdder();

    /** From the engine's decision to its arrival in the agent's session. */
    void offerSeen(Instant decidedAt, Instant seenAt) {
        offers.recordValue(limited(Duration.between(decidedAt, seenAt).toNanos() / 1000));
    }

    void actionAnswered(long nanos, int status) {
        actions.recordValue(limited(nanos / 1000));
        if (status >= 500) {
            broken.increment();
        } else if (status >= 400) {
            refused.increment();
        }
    }

    void panelsDrawn(long nanos, boolean drawn) {
        panels.recordValue(limited(nanos / 1000));
        if (!drawn) {
            broken.increment();
        }
    }

    void actionBroke() {
        broken.increment();
    }

    void contactClosed() {
        handled.increment();
    }

    void offerMissed() {
        missed.increment();
    }

    public Histogram offers() {
        return offers;
    }

    public Histogram actions() {
        return actions;
    }

    public Histogram panels() {
        return panels;
    }

    public int closed() {
        return handled.intValue();
    }

    public int missed() {
        return missed.intValue();
    }

    /** Actions that came too late for the contact's state: the customer was quicker. */
    public int refused() {
        return refused.intValue();
    }

    public int broken() {
        return broken.intValue();
    }

    private static long limited(long micros) {
        return Math.max(0, Math.min(LONGEST, micros));
    }
}
