package org.fairlead.itests.stack;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what must come about, with a bound; the message says what did not. */
public final class Await {

    private static final Duration EVERY = Duration.ofMillis(100);

    private static final ScheduledExecutorService CLOCK = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "await");
        thread.setDaemon(true);
        return thread;
    });

    private Await() {}

    /** Something that can be asked again and again. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }

    /**
     * @param what is awaited, for the message when it does not come
     * @throws AssertionError when the condition does not hold within the bound; its cause is the last failure
     */
    public static void until(String what, Duration atMost, Condition condition) {
        CompletableFuture<Void> held = new CompletableFuture<>();
        Throwable[] last = new Throwable[1];
        ScheduledFuture<?> asking = CLOCK.scheduleWithFixedDelay(
                () -> {
                    try {
                        if (condition.holds()) {
                            held.complete(null);
                        }
                    } catch (Exception e) {
                        last[0] = e;
                    }
                },
                0,
                EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            held.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("not within " + atMost.toSeconds() + " s: " + what, last[0]);
        } catch (ExecutionException e) {
            throw new AssertionError(what, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting: " + what, e);
        } finally {
            asking.cancel(false);
        }
    }
}
