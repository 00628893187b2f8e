package org.fairlead.launcher.parts;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fairlead.launcher.postgres.Detached;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.state.Words;

/** A running part with its log. */
public final class PartProcess {

    private static final int TAIL_LINES = 12;
    private static final int TAIL_BYTES = 20_000;
    private static final int TAIL_WIDTH = 400;

    private final Part part;
    private final Process process;
    private final List<Log> logs;

    /** What this process writes begins there; before it are earlier runs. */
    private record Log(Path file, long from) {
        static Log now(Path file) {
            return new Log(file, Files.exists(file) ? file.toFile().length() : 0);
        }
    }

    /** How a process comes to be. */
    interface Beginning {
        Process start() throws IOException;
    }

    static PartProcess of(Part part, Beginning beginning, Path log) throws IOException {
        List<Log> logs = List.of(Log.now(log));
        return new PartProcess(part, beginning.start(), logs);
    }

    private PartProcess(Part part, Process process, List<Log> logs) {
        this.part = part;
        this.process = process;
        this.logs = logs;
    }

    static PartProcess start(Part part, List<String> command, Map<String, String> environment, Path folder, Path log)
            throws IOException {
        return start(part, command, environment, folder, log, log);
    }

    /** @param ownLog what the process itself writes, which tells more than its output */
    static PartProcess start(
            Part part, List<String> command, Map<String, String> environment, Path folder, Path log, Path ownLog)
            throws IOException {
        List<Log> logs = Stream.of(ownLog, log).distinct().map(Log::now).toList();
        ProcessBuilder builder = new ProcessBuilder(Detached.command(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_") || name.startsWith("JBOSS_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return new PartProcess(part, process, logs);
    }

    public Part part() {
        return part;
    }

    public Path log() {
        return logs.get(0).file();
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
                Words.of("part.died.advice", log()));
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

    /** The last lines of what this process wrote, indented. */
    public String tail() {
        return logs.stream()
                .map(PartProcess::tail)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String tail(Log log) {
        try (RandomAccessFile file = new RandomAccessFile(log.file().toFile(), "r")) {
            long begin = log.from() <= file.length() ? log.from() : 0; // it was begun anew when it was full
            file.seek(Math.max(begin, file.length() - TAIL_BYTES));
            byte[] bytes = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(bytes);
            List<String> lines = new String(bytes, StandardCharsets.UTF_8)
                    .replaceAll("\u001B\\[[0-9;]*m", "")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()).stream()
                    .map(line -> "    " + (line.length() > TAIL_WIDTH ? line.substring(0, TAIL_WIDTH) + " ..." : line))
                    .reduce("", (all, line) -> all + "\n" + line);
        } catch (IOException e) {
            return "\n    (" + e + ")";
        }
    }
}
