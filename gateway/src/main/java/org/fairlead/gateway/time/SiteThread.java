package org.fairlead.gateway.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.fairlead.gateway.log.Log;
import org.fairlead.gateway.log.LogMessage;

/** A timeline on a thread of its own and the clock of the machine. */
public final class SiteThread implements Timeline, AutoCloseable {

    private static final Log LOG = Log.of(SiteThread.class);

    private final Clock clock;
    private final ScheduledThreadPoolExecutor executor;

    public SiteThread(String name, Clock clock) {
        this.clock = clock;
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(guarded(task));
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        ScheduledFuture<?> scheduled = executor.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    /** One task's defect must not end the site; it is told with its trace. */
    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.say(LogMessage.TASK_FAILED, e);
            }
        };
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
