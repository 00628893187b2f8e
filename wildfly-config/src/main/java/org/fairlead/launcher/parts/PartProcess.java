package org.fairlead.launcher.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.fairlead.launcher.postgres.Detached;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.state.Words;

/** A running part with its log. */
public final class PartProcess {

    private static final int TAIL_LINES = 12;
    private static final int TAIL_BYTES = 20_000;

    private final Part part;
    private final Process process;
    private final Path log;

    PartProcess(Part part, Process process, Path log) {
        this.part = part;
        this.process = process;
        this.log = log;
    }

    static PartProcess start(Part part, List<String> command, Map<String, String> environment, Path folder, Path log)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Detached.command(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_") || name.startsWith("JBOSS_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return new PartProcess(part, process, log);
    }

    public Part part() {
        return part;
    }

    public Path log() {
        return log;
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Completes when the process ends, for whatever reason. */
    public CompletableFuture<PartProcess> ended() {
        return process.onExit().thenApply(gone -> this);
    }

    /** Waits a moment, and fails if the process ends in it. */
    void pauseWhileStarting(long millis) throws InterruptedException, StartFailure {
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            throw died();
        }
    }

    /** Why and where a part ended, as far as its log tells. */
    public StartFailure died() {
        return new StartFailure(
                Words.of("part.died", Words.of("part." + part.label()), process.exitValue(), tail()),
                Words.of("part.died.advice", log));
    }

    /** Waits for a process that does one thing and ends; whatever happens, it does not outlive this call. */
    void awaitSuccess(long seconds) throws InterruptedException, StartFailure {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS) || process.exitValue() != 0) {
                kill();
                throw died();
            }
        } finally {
            process.destroyForcibly();
        }
    }

    /** Asks the process to end, and ends it if it does not. */
    public void stop(long seconds) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            kill();
        }
    }

    /** Ends the process at once, as a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** The process itself. */
    public Process process() {
        return process;
    }

    /** The last lines of the log, indented. */
    public String tail() {
        try {
            byte[] bytes = Files.readAllBytes(log);
            int from = Math.max(0, bytes.length - TAIL_BYTES);
            List<String> lines = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()).stream()
                    .map(line -> "    " + line)
                    .reduce("", (all, line) -> all + "\n" + line);
        } catch (IOException e) {
            return "\n    (" + e + ")";
        }
    }
}
