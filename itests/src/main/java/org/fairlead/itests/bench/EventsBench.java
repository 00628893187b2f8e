package org.fairlead.itests.bench;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.fairlead.itests.RunningStack;
import org.fairlead.itests.figure.Figure.Goal;
import org.fairlead.itests.figure.Figures;
import org.fairlead.itests.stack.Await;
import org.fairlead.itests.stack.Stack;
import org.fairlead.jms.GatewayEvent;

/**
 * {@code bench events}: from an outside gateway to committed rows, and commands back.
 *
 * <p>Saturated, the sender does what a gateway with a backlog does: many messages and one commit. The bound is plain
 * JDBC at its best with one commit for each fifty rows, see {@link PlainRows}.
 */
final class EventsBench {

    private static final int BOUND_ROWS = 60_000;
    private static final int SATURATED_EVENTS = 100_000;
    private static final int SATURATED_BATCH = 50;
    private static final int SATURATED_COMMIT = 500;
    private static final int CALLS = 40;
    private static final int PACED_PER_SECOND = 600;
    private static final int PACED_SECONDS = 20;
    private static final int WARM_UP = 50_000;
    private static final Duration DELIVERY = Duration.ofMinutes(2);

    private final RunningStack running;
    private final Figures figures;
    private final Clock clock = Clock.systemUTC();

    EventsBench(RunningStack running, Figures figures) {
        this.running = running;
        this.figures = figures;
    }

    void run(int kills) throws Exception {
        if (kills > 0) {
            new EventsThroughKills(running, figures).run(kills);
            return;
        }
        Stack stack = running.stack();
        ProbeReplies replies = new ProbeReplies();
        try (ProbeLink link = new ProbeLink(stack, replies)) {
            saturate(stack, link, replies, WARM_UP);
            double bound = bound(stack);
            running.say("bench.events.saturated", SATURATED_EVENTS);
            double ours = saturate(stack, link, replies, SATURATED_EVENTS);
            bound = (bound + bound(stack)) / 2;
            figures.report("plain_jdbc_rate", bound, "rows/s");
            figures.report("events_rate", ours, "rows/s");
            figures.add("events_rate_ratio", ours / bound, "ratio", Goal.atLeast(0.3));
            pace(stack, link);
            figures.add("replies_doubled", replies.doubled(), "commands", Goal.exactly(0));
            figures.add("replies_out_of_order", replies.outOfOrder(), "commands", Goal.exactly(0));
        }
    }

    private double bound(Stack stack) throws SQLException, IOException {
        running.say("bench.events.bound", PlainRows.BATCH);
        try (PlainRows plain = new PlainRows(stack)) {
            return plain.rate(BOUND_ROWS);
        }
    }

    /** As fast as the broker takes them. Answers rows a second, from the first send to the last row. */
    private double saturate(Stack stack, ProbeLink link, ProbeReplies replies, int events)
            throws JMSException, SQLException, IOException {
        ProbeCalls calls = new ProbeCalls(CALLS, clock);
        Instant begun = clock.instant();
        for (int sent = 0; sent < events; sent += SATURATED_BATCH) {
            List<GatewayEvent> batch = new ArrayList<>(SATURATED_BATCH);
            for (int i = 0; i < SATURATED_BATCH; i++) {
                batch.add(calls.next());
            }
            link.put(batch);
            if ((sent + SATURATED_BATCH) % SATURATED_COMMIT == 0) {
                link.commit();
            }
        }
        link.commit();
        try (ProbeRows rows = new ProbeRows(stack, calls.ids(), begun)) {
            // Looking for the last row alone: counting them again and again would slow down what is measured.
            Await.until("the last row is there", DELIVERY, () -> rows.has(calls.last(), calls.lastSequence()));
            Await.until("all replies are there", DELIVERY, () -> replies.answered(calls.ids()) >= events);
            if (events == SATURATED_EVENTS) {
                figures.add("events_lost", events - rows.committed(), "events", Goal.exactly(0));
                figures.add("events_doubled", rows.doubled(), "events", Goal.exactly(0));
                figures.add("events_out_of_order", rows.outOfOrder(), "events", Goal.exactly(0));
            }
            return events / (Duration.between(begun, rows.lastReceived()).toNanos() / 1e9);
        }
    }

    /** At a steady rate; what came while a commit was under way goes together with the next, as gateways do. */
    private void pace(Stack stack, ProbeLink link) throws JMSException, SQLException, IOException {
        running.say("bench.events.paced", PACED_PER_SECOND, PACED_SECONDS);
        int events = PACED_PER_SECOND * PACED_SECONDS;
        ProbeCalls calls = new ProbeCalls(1, clock);
        UUID call = calls.ids().iterator().next();
        long[] committingAt = new long[events + 1];
        Instant from = clock.instant();
        try (RowWatch watch = new RowWatch(stack, call, events, from);
                ProbeRows rows = new ProbeRows(stack, calls.ids(), from)) {
            send(link, calls, events, committingAt);
            Await.until("all paced rows are there", DELIVERY, () -> rows.committed() >= events);
            Await.until("all paced rows are seen", DELIVERY, () -> watch.seenAtNanos(events) != 0);
            Histogram latency = new Histogram(Duration.ofMinutes(1).toNanos() / 1000, 3);
            for (int sequence = 1; sequence <= events; sequence++) {
                latency.recordValue(Math.max(0, (watch.seenAtNanos(sequence) - committingAt[sequence]) / 1000));
            }
            figures.percentile("commit_to_row_p50", latency, 50, Goal.atMost(3));
            figures.percentile("commit_to_row_p95", latency, 95, null);
            figures.percentile("commit_to_row_p99", latency, 99, Goal.atMost(15));
        }
    }

    private static void send(ProbeLink link, ProbeCalls calls, int events, long[] committingAt) throws JMSException {
        long begun = System.nanoTime();
        int sent = 0;
        while (sent < events) {
            int due = (int) Math.min(events, (System.nanoTime() - begun) * PACED_PER_SECOND / 1_000_000_000L + 1);
            if (due == sent) {
                LockSupport.parkNanos(200_000);
                continue;
            }
            List<GatewayEvent> batch = new ArrayList<>();
            int first = sent + 1;
            while (sent < due) {
                batch.add(calls.next());
                sent++;
            }
            link.put(batch);
            long now = System.nanoTime();
            for (int sequence = first; sequence <= sent; sequence++) {
                committingAt[sequence] = now;
            }
            link.commit();
        }
    }

    /** Some calls whose events take turns, each with its own sequence. */
    static final class ProbeCalls {
        private final List<UUID> ids = new ArrayList<>();
        private final int[] sequences;
        private final Clock clock;
        private int turn;

        ProbeCalls(int calls, Clock clock) {
            for (int i = 0; i < calls; i++) {
                ids.add(UUID.randomUUID());
            }
            this.sequences = new int[calls];
            this.clock = clock;
        }

        GatewayEvent next() {
            int call = turn++ % ids.size();
            return new GatewayEvent.Probe(
                    new GatewayEvent.Head(ProbeLink.GATEWAY, ids.get(call), ++sequences[call], clock.instant()), -1);
        }

        /** The call of the event that was made last. */
        UUID last() {
            return ids.get((turn - 1) % ids.size());
        }

        int lastSequence() {
            return sequences[(turn - 1) % ids.size()];
        }

        Set<UUID> ids() {
            return new LinkedHashSet<>(ids);
        }
    }
}
