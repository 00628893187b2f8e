package org.fairlead.gateway.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** A timeline that a test turns by hand. */
public final class TurnedTime implements Timeline {

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::order));
    private Instant now = Instant.parse("2026-11-21T09:00:00Z");
    private long order;

    private record Task(Instant at, long order, Runnable task) {}

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        Task planned = new Task(now.plus(delay.isNegative() ? Duration.ZERO : delay), order++, task);
        tasks.add(planned);
        return () -> tasks.remove(planned);
    }

    /** Everything that is due within this time happens, in its order. */
    public void turn(Duration by) {
        Instant until = now.plus(by);
        while (!tasks.isEmpty() && !tasks.peek().at().isAfter(until)) {
            Task next = tasks.remove();
            now = next.at();
            next.task().run();
        }
        now = until;
    }

    /** Turns on until it holds; whether it did within the time. */
    public boolean turnUntil(BooleanSupplier holds, Duration atMost) {
        Instant end = now.plus(atMost);
        while (!holds.getAsBoolean() && now.isBefore(end)) {
            turn(Duration.ofMillis(50));
        }
        return holds.getAsBoolean();
    }
}
