package org.fairlead.itests.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
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
    private final Map<String, LongAdder> refused = new ConcurrentSkipListMap<>();
    private final LongAdder broken = new LongAdder();

    /** From the engine's decision to its arrival in the agent's session. */
    void offerSeen(Instant decidedAt, Instant seenAt) {
        offers.recordValue(limited(Duration.between(decidedAt, seenAt).toNanos() / 1000));
    }

    void actionAnswered(long nanos) {
        actions.recordValue(limited(nanos / 1000));
    }

    /** @param why what was tried, the status and the reason's key: the same for each action of a kind */
    void actionRefused(String why) {
        refused.computeIfAbsent(why, key -> new LongAdder()).increment();
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

    /** How many actions were refused, by what was tried and why. */
    public Map<String, Integer> refused() {
        Map<String, Integer> counts = new TreeMap<>();
        refused.forEach((why, count) -> counts.put(why, count.intValue()));
        return counts;
    }

    public int broken() {
        return broken.intValue();
    }

    private static long limited(long micros) {
        return Math.max(0, Math.min(LONGEST, micros));
    }
}
