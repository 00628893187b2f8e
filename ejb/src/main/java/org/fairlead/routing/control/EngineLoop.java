package org.fairlead.routing.control;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.fairlead.routing.entity.Engine;
import org.fairlead.routing.entity.Input;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that owns the engine. It takes whatever has come in meanwhile as one batch (group commit), sleeps until
 * the next deadline when nothing has, waits out a database that is away without losing what the gateways said, and
 * singles out the one input that cannot be stored.
 */
public final class EngineLoop implements Runnable {

    /** So many inputs are applied and stored as one, when so many have come in. */
    public static final int MOST_IN_BATCH = 200;

    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);
    private static final Duration FIRST_RETRY = Duration.ofMillis(50);
    private static final Duration LAST_RETRY = Duration.ofSeconds(2);
    private static final String AWAY = "engine.away";

    private final EngineCycle cycle;
    private final EngineFigures figures;
    private final Clock clock;
    private final BlockingQueue<Pending> inputs = new LinkedBlockingQueue<>();
    private final BlockingQueue<Glance<?>> glances = new LinkedBlockingQueue<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean here;

    /** Someone wants to look into the engine. */
    private record Glance<T>(Function<Engine, T> at, CompletableFuture<T> done) {

        void take(EngineCycle cycle) {
            try {
                done.complete(cycle.look(at));
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        }
    }

    public EngineLoop(EngineCycle cycle, EngineFigures figures, Clock clock) {
        this.cycle = cycle;
        this.figures = figures;
        this.clock = clock;
    }

    /** Hands an input over. What a person asks is refused at once while nothing can be stored. */
    public CompletableFuture<@Nullable Object> submit(Input input) {
        Pending pending = Pending.of(input);
        if (stopped() || (!here && !pending.mustNotBeLost())) {
            pending.done().completeExceptionally(new Refused(AWAY));
        } else {
            inputs.add(pending);
        }
        return pending.done();
    }

    /** Looks into the engine between two turns. */
    public <T> CompletableFuture<T> look(Function<Engine, T> at) {
        Glance<T> glance = new Glance<>(at, new CompletableFuture<>());
        if (here) {
            glances.add(glance);
            // Wakes the loop; an empty input changes nothing.
            inputs.add(Pending.of(new Input.Heard(List.of())));
        } else {
            glance.done().completeExceptionally(new Refused(AWAY));
        }
        return glance.done();
    }

    /** Whether the engine has begun and can store what it decides. */
    public boolean here() {
        return here;
    }

    /** Whether it runs no more, and never will. */
    public boolean ended() {
        return stopped();
    }

    public EngineCycle cycle() {
        return cycle;
    }

    public void stop() {
        stop.countDown();
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    @Override
    public void run() {
        try {
            List<Pending> batch = new ArrayList<>();
            while (!stopped()) {
                if (!cycle.running()) {
                    begin();
                }
                if (cycle.running()) {
                    gather(batch);
                    glance();
                    turn(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Fenced e) {
            figures.fenced(e);
        } finally {
            here = false;
            stop();
            cycle.close();
            refuseAll();
        }
    }

    private void gather(List<Pending> batch) throws InterruptedException {
        Pending first = inputs.poll(sleep().toNanos(), TimeUnit.NANOSECONDS);
        if (first != null) {
            batch.add(first);
            inputs.drainTo(batch, MOST_IN_BATCH - 1);
        }
        figures.waiting(inputs.size());
    }

    private Duration sleep() {
        Instant next = cycle.nextDeadline();
        if (next == null) {
            return LONGEST_SLEEP;
        }
        Duration until = Duration.between(clock.instant(), next);
        if (until.isNegative()) {
            return Duration.ZERO;
        }
        return until.compareTo(LONGEST_SLEEP) < 0 ? until : LONGEST_SLEEP;
    }

    private void glance() {
        Glance<?> glance = glances.poll();
        while (glance != null) {
            glance.take(cycle);
            glance = glances.poll();
        }
    }

    private void turn(List<Pending> batch) throws InterruptedException {
        if (batch.isEmpty() && !due()) {
            return;
        }
        try {
            cycle.turn(batch);
        } catch (Fenced e) {
            batch.forEach(pending -> pending.done().completeExceptionally(new Refused(AWAY)));
            throw e;
        } catch (SQLException | RuntimeException e) {
            recover(batch, e);
        }
    }

    private boolean due() {
        Instant next = cycle.nextDeadline();
        return next != null && !next.isAfter(clock.instant());
    }

    /** Builds the engine again and brings the batch in, whole or, when one of it is the culprit, one by one. */
    private void recover(List<Pending> batch, Exception why) throws InterruptedException {
        here = false;
        cycle.drop();
        boolean away = Trouble.of(why) == Trouble.AWAY;
        if (away) {
            figures.storeAway(why);
        } else {
            figures.poison(why);
        }
        Deque<Pending> rest = new ArrayDeque<>();
        for (Pending pending : batch) {
            if (away && !pending.mustNotBeLost()) {
                pending.done().completeExceptionally(new Refused(AWAY));
            } else {
                rest.addAll(away ? List.of(pending) : singles(pending));
            }
        }
        while (!rest.isEmpty() && !stopped()) {
            begin();
            oneByOne(rest);
        }
        rest.forEach(pending -> pending.done().completeExceptionally(new Refused(AWAY)));
    }

    private void oneByOne(Deque<Pending> rest) {
        while (!rest.isEmpty() && cycle.running()) {
            Pending next = rest.peek();
            try {
                cycle.turn(List.of(next));
                rest.poll();
            } catch (Fenced e) {
                throw e;
            } catch (SQLException | RuntimeException e) {
                cycle.drop();
                if (Trouble.of(e) == Trouble.POISON && parked(next, e)) {
                    rest.poll();
                }
            }
        }
    }

    private boolean parked(Pending poison, Exception why) {
        figures.poison(why);
        try {
            cycle.park(poison, String.valueOf(why.getMessage()));
            return true;
        } catch (SQLException e) {
            figures.storeAway(e);
            return false;
        }
    }

    /** Each event of a message on its own; the message is done when the last one is. */
    private static List<Pending> singles(Pending pending) {
        if (!(pending.input() instanceof Input.Heard heard) || heard.events().size() < 2) {
            return List.of(pending);
        }
        List<Pending> singles = new ArrayList<>();
        heard.events().forEach(event -> singles.add(Pending.of(new Input.Heard(List.of(event)))));
        CompletableFuture<?>[] all = singles.stream().map(Pending::done).toArray(CompletableFuture<?>[]::new);
        CompletableFuture<Void> last = CompletableFuture.allOf(all);
        last.thenRun(() -> pending.done().complete(null)).exceptionally(failure -> {
            pending.done().completeExceptionally(failure);
            return null;
        });
        return singles;
    }

    /** Tries until the engine stands, or is told to stop. */
    private void begin() throws InterruptedException {
        Duration pause = FIRST_RETRY;
        while (!stopped()) {
            try {
                cycle.begin();
                here = true;
                return;
            } catch (Fenced e) {
                throw e;
            } catch (SQLException | RuntimeException e) {
                figures.storeAway(e);
                refusePeople();
                if (stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                Duration doubled = pause.multipliedBy(2);
                pause = doubled.compareTo(LAST_RETRY) < 0 ? doubled : LAST_RETRY;
            }
        }
    }

    /** Those who came before it was known that nothing can be stored are not kept waiting. */
    private void refusePeople() {
        inputs.removeIf(pending -> !pending.mustNotBeLost() && pending.done().completeExceptionally(new Refused(AWAY)));
        Glance<?> glance = glances.poll();
        while (glance != null) {
            glance.done().completeExceptionally(new Refused(AWAY));
            glance = glances.poll();
        }
    }

    private void refuseAll() {
        refusePeople();
        inputs.forEach(pending -> pending.done().completeExceptionally(new Refused(AWAY)));
        inputs.clear();
    }
}
