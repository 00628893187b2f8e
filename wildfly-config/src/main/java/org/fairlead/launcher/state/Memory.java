package org.fairlead.launcher.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;

/** Resident memory of a process and its children, with pages that they share counted once. */
public final class Memory {

    private Memory() {}

    /** @param withChildren false for the launcher, whose children are parts of their own */
    public static long megabytes(ProcessHandle process, boolean withChildren) {
        return sum(process, withChildren, Memory::kilobytes);
    }

    /** As {@code ps} tells it: what processes share counts once for each of them. */
    public static long residentMegabytes(ProcessHandle process, boolean withChildren) {
        return sum(process, withChildren, Memory::resident);
    }

    private static long sum(ProcessHandle process, boolean withChildren, LongUnaryOperator kilobytes) {
        return Stream.concat(Stream.of(process), withChildren ? process.descendants() : Stream.of())
                        .mapToLong(ProcessHandle::pid)
                        .map(kilobytes)
                        .sum()
                >> 10;
    }

    private static long kilobytes(long pid) {
        long shared = line(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:");
        return shared > 0 ? shared : resident(pid);
    }

    private static long resident(long pid) {
        return line(Path.of("/proc/" + pid + "/status"), "VmRSS:");
    }

    private static long line(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0; // the process has ended, or may not be looked into
        }
    }
}
