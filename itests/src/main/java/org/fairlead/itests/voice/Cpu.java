package org.fairlead.itests.voice;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.fairlead.launcher.state.RunFile;

/** What processes have taken of the processors up to a moment, those that they started included. */
record Cpu(Map<String, Duration> taken) {

    /** Of every part of a stack, and of the engine beside it. */
    static Cpu now(Path runFile, long engine) throws IOException {
        Map<String, Duration> taken = new LinkedHashMap<>();
        ProcessHandle.of(engine).ifPresent(handle -> taken.put("engine", of(handle)));
        RunFile.read(runFile).parts().forEach((name, part) -> {
            if (!name.equals("launcher")) {
                part.handle().ifPresent(handle -> taken.put(name.replace('-', '_'), of(handle)));
            }
        });
        return new Cpu(taken);
    }

    private static Duration of(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** How many processors each took since then, on average. */
    Map<String, Double> since(Cpu before, Duration time) {
        Map<String, Double> busy = new LinkedHashMap<>();
        taken.forEach((name, now) -> busy.put(
                name,
                (double) now.minus(before.taken.getOrDefault(name, Duration.ZERO))
                                .toMillis()
                        / time.toMillis()));
        return busy;
    }
}
