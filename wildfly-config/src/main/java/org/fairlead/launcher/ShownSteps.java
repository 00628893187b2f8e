package org.fairlead.launcher;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fairlead.launcher.state.Words;

/** Shows the steps as lines with their times; a step that takes long is named again, so that nobody thinks it hangs. */
final class ShownSteps implements Steps, AutoCloseable {

    private static final int REMIND_SECONDS = 15;

    private final PrintWriter out;
    private final Map<String, Long> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService reminder = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "reminder");
        thread.setDaemon(true);
        return thread;
    });

    ShownSteps(PrintWriter out) {
        this.out = out;
        var unused = reminder.scheduleAtFixedRate(this::remind, REMIND_SECONDS, REMIND_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void begun(String step) {
        open.put(step, System.nanoTime());
    }

    @Override
    public void done(String step, Duration took) {
        open.remove(step);
        out.println(Words.of("step.done", padded(step), seconds(took)));
    }

    private void remind() {
        open.forEach((step, since) -> {
            Duration so = Duration.ofNanos(System.nanoTime() - since);
            if (so.toSeconds() >= REMIND_SECONDS - 1) {
                out.println(Words.of("step.still", padded(step), so.toSeconds()));
            }
        });
    }

    static String padded(String step) {
        return step.length() >= 52 ? step : step + " " + ".".repeat(51 - step.length());
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%6.1f s", duration.toMillis() / 1000.0);
    }

    @Override
    public void close() {
        reminder.shutdownNow();
    }
}
