package org.fairlead.launcher.state;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Who runs, where: written by the launcher for its own later calls and for other tools.
 *
 * @param ports by what they are for
 * @param urls where people and tools look
 * @param secrets the folder with one file a secret
 * @param parts by label, with the launcher itself as {@code launcher}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunFile(
        int base,
        boolean ready,
        Map<String, Integer> ports,
        Map<String, String> urls,
        String checkout,
        String secrets,
        String log,
        Map<String, Running> parts) {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** A process, told apart from a later one with the same number by its start. */
    public record Running(long pid, long startedMillis) {

        public static Running of(long pid) {
            return new Running(
                    pid,
                    ProcessHandle.of(pid)
                            .flatMap(handle -> handle.info().startInstant())
                            .map(Instant::toEpochMilli)
                            .orElse(0L));
        }

        /** The process, if it is still that one. */
        public Optional<ProcessHandle> handle() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(handle -> handle.info()
                    .startInstant()
                    .map(start -> Math.abs(start.toEpochMilli() - startedMillis) < 2000)
                    .orElse(false));
        }
    }

    /** What the last run wrote, if anything. */
    public static Optional<RunFile> read(StateFolder state) throws IOException {
        Path file = file(state);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(read(file));
    }

    /** What stands in that file, for tools that know where it lies. */
    public static RunFile read(Path file) throws IOException {
        return JSON.readValue(Files.readString(file), RunFile.class);
    }

    /** Replaces what the last run wrote. */
    public void write(StateFolder state) throws IOException {
        OwnFile.write(file(state), JSON.writeValueAsString(this));
    }

    /** Nothing runs any more. */
    public static void delete(StateFolder state) throws IOException {
        Files.deleteIfExists(file(state));
    }

    /** Where it lies. */
    public static Path file(StateFolder state) {
        return state.run().resolve("run.json");
    }
}
