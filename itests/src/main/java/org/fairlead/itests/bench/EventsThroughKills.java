package org.fairlead.itests.bench;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.fairlead.itests.RunningStack;
import org.fairlead.itests.bench.EventsBench.ProbeCalls;
import org.fairlead.itests.figure.Figure.Goal;
import org.fairlead.itests.figure.Figures;
import org.fairlead.itests.stack.Await;
import org.fairlead.itests.stack.OwnStack;
import org.fairlead.itests.stack.Stack;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.launcher.parts.Part;
import org.jspecify.annotations.Nullable;

/**
 * Events flow while the server, and the broker in it, is killed with -9 again and again. The sender does what a gateway
 * does: what was not committed it sends again. Afterwards every event is there once, in order, and answered.
 */
public final class EventsThroughKills {

    private static final int PORT_BASE = 24_080;
    private static final int PER_SECOND = 1_000;
    private static final int BATCH = 50;
    private static final int CALLS = 40;
    private static final int BETWEEN_KILLS = 6_000;
    private static final Duration DELIVERY = Duration.ofMinutes(3);
    private static final long RECONNECT_NANOS = 500_000_000;

    private final RunningStack running;
    private final Figures figures;
    private final Clock clock = Clock.systemUTC();

    public EventsThroughKills(RunningStack running, Figures figures) {
        this.running = running;
        this.figures = figures;
    }

    /** With a stack of its own. */
    public void run(int kills) throws Exception {
        running.say("bench.events.own-stack", Integer.toString(PORT_BASE));
        try (OwnStack own = OwnStack.start(Path.of(System.getProperty("fairlead.checkout", ".")), PORT_BASE)) {
            run(own, kills);
        }
    }

    /** With that stack, which runs again afterwards. */
    public void run(OwnStack own, int kills) throws Exception {
        ProbeReplies replies = new ProbeReplies();
        ProbeCalls calls = new ProbeCalls(CALLS, clock);
        Instant from = clock.instant();
        Sender sender = new Sender(own.stack(), replies, calls);
        CompletableFuture<Void> sending = CompletableFuture.runAsync(sender);
        try {
            for (int kill = 1; kill <= kills; kill++) {
                int target = sender.sent.get() + BETWEEN_KILLS;
                Await.until("events flow before kill " + kill, DELIVERY, () -> sender.sent.get() >= target);
                running.say("bench.events.kill", kill, kills);
                own.kill(Part.SERVER);
                own.startAgain(Part.SERVER);
            }
            int last = sender.sent.get() + BETWEEN_KILLS;
            Await.until("events flow after the last kill", DELIVERY, () -> sender.sent.get() >= last);
        } finally {
            sender.stop.set(true);
        }
        sending.join();
        compare(own.stack(), replies, calls, sender.sent.get(), from, kills);
        sender.close();
    }

    private void compare(Stack stack, ProbeReplies replies, ProbeCalls calls, int sent, Instant from, int kills)
            throws SQLException, IOException {
        try (ProbeRows rows = new ProbeRows(stack, calls.ids(), from)) {
            arrives("all rows", () -> rows.committed() >= sent);
            arrives("all replies", () -> replies.answered(calls.ids()) >= sent);
            figures.report("kills", kills, "kills");
            figures.report("events_sent", sent, "events");
            figures.add("events_lost", sent - rows.committed(), "events", Goal.exactly(0));
            figures.add("events_doubled", rows.doubled(), "events", Goal.exactly(0));
            figures.add("events_out_of_order", rows.outOfOrder(), "events", Goal.exactly(0));
            figures.add("replies_lost", sent - replies.answered(calls.ids()), "commands", Goal.exactly(0));
            figures.add("replies_doubled", replies.doubled(), "commands", Goal.exactly(0));
            figures.report("replies_sent_again", replies.again(), "commands");
        }
    }

    /** What does not arrive shows in the figures. */
    private void arrives(String what, Await.Condition condition) {
        try {
            Await.until(what, DELIVERY, condition);
        } catch (AssertionError e) {
            running.out().println(e.getMessage());
        }
    }

    /** Sends until it is stopped; connects again after each failure and sends again what was not committed. */
    private static final class Sender implements Runnable {

        private final Stack stack;
        private final ProbeReplies replies;
        private final ProbeCalls calls;
        private final AtomicInteger sent = new AtomicInteger();
        private final AtomicBoolean stop = new AtomicBoolean();
        private final List<ProbeLink> links = new ArrayList<>();
        private List<GatewayEvent> unsent = List.of();

        Sender(Stack stack, ProbeReplies replies, ProbeCalls calls) {
            this.stack = stack;
            this.replies = replies;
            this.calls = calls;
        }

        @Override
        public void run() {
            ProbeLink link = null;
            long next = System.nanoTime();
            while (!stop.get()) {
                if (unsent.isEmpty()) {
                    unsent = batch();
                    next += BATCH * 1_000_000_000L / PER_SECOND;
                    LockSupport.parkNanos(next - System.nanoTime());
                }
                link = link == null ? connected() : link;
                if (link == null || !send(link)) {
                    link = null;
                    LockSupport.parkNanos(RECONNECT_NANOS);
                    next = System.nanoTime();
                }
            }
        }

        void close() {
            links.forEach(ProbeLink::close);
        }

        private boolean send(ProbeLink link) {
            try {
                link.put(unsent);
                link.commit();
                sent.addAndGet(unsent.size());
                unsent = List.of();
                return true;
            } catch (JMSException e) {
                link.close();
                return false;
            }
        }

        private @Nullable ProbeLink connected() {
            try {
                ProbeLink link = new ProbeLink(stack, replies);
                links.add(link);
                return link;
            } catch (JMSException e) {
                return null;
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        }

        private List<GatewayEvent> batch() {
            List<GatewayEvent> batch = new ArrayList<>(BATCH);
            for (int i = 0; i < BATCH; i++) {
                batch.add(calls.next());
            }
            return batch;
        }
    }
}
