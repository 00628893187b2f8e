package org.fairlead.itests.bench;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.itests.RunningStack;
import org.fairlead.itests.figure.Figure.Goal;
import org.fairlead.itests.figure.Figures;
import org.fairlead.launcher.state.Memory;
import org.fairlead.launcher.state.RunFile;

/**
 * {@code bench memory}: what the whole run keeps resident, the launcher included. The goal is put on the plain sum of all
 * processes' resident memory, in which pages that PostgreSQL's processes share count once for each of them; what the run
 * really takes, each page counted once, stands beside it.
 */
final class MemoryBench {

    private static final int MOST_MEGABYTES = 2_048;
    private static final String LAUNCHER = "launcher";

    private final RunningStack running;
    private final Figures figures;

    MemoryBench(RunningStack running, Figures figures) {
        this.running = running;
        this.figures = figures;
    }

    void run() throws IOException {
        Map<String, ProcessHandle> parts = new TreeMap<>();
        RunFile.read(running.stack().runFile()).parts().forEach((name, part) -> part.handle()
                .ifPresent(handle -> parts.put(name, handle)));
        long once = 0;
        long resident = 0;
        for (Map.Entry<String, ProcessHandle> part : parts.entrySet()) {
            boolean withChildren = !part.getKey().equals(LAUNCHER);
            long megabytes = Memory.megabytes(part.getValue(), withChildren);
            once += megabytes;
            resident += Memory.residentMegabytes(part.getValue(), withChildren);
            figures.report("memory_" + part.getKey().replace('-', '_'), (double) megabytes, "MB");
        }
        figures.report("memory_each_page_once", (double) once, "MB");
        figures.add("memory_resident", (double) resident, "MB", Goal.atMost(MOST_MEGABYTES));
    }
}
