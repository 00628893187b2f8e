package org.fairlead.launcher;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fairlead.launcher.state.Memory;
import org.fairlead.launcher.state.RunFile;
import org.fairlead.launcher.state.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what runs, and how much memory it takes. The exit status is 0 when all parts run. */
@Command(name = "status", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_RUNNING = 3;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        RunFile run = RunFile.read(Here.state()).orElse(null);
        Map<String, PartStatus> parts = new LinkedHashMap<>();
        if (run != null) {
            run.parts().forEach((label, part) -> parts.put(label, PartStatus.of(part, !"launcher".equals(label))));
        }
        boolean all = run != null && run.ready() && parts.values().stream().allMatch(PartStatus::alive);
        long memory = parts.values().stream().mapToLong(PartStatus::megabytes).sum();
        if (json) {
            out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(new Status(all, memory, parts, run)));
        } else {
            tell(out, run, parts, all, memory);
        }
        return all ? 0 : NOT_RUNNING;
    }

    private static void tell(
            PrintWriter out, @Nullable RunFile run, Map<String, PartStatus> parts, boolean all, long memory) {
        if (run == null) {
            out.println(Words.of("status.nothing"));
            return;
        }
        parts.forEach((label, part) -> out.println(String.format(
                Locale.ROOT,
                "  %-28s %-12s %8s %6d MB",
                Words.of("part." + label),
                Words.of(part.alive() ? "status.runs" : "status.gone"),
                part.pid(),
                part.megabytes())));
        out.println(
                String.format(Locale.ROOT, "  %-28s %-12s %8s %6d MB", Words.of("status.together"), "", "", memory));
        out.println(
                Words.of(all ? "status.ready" : "status.not-ready", run.urls().get("console")));
    }

    /** One part, as it is now. */
    record PartStatus(long pid, boolean alive, long megabytes) {

        static PartStatus of(RunFile.Running part, boolean withChildren) {
            return part.handle()
                    .map(handle -> new PartStatus(part.pid(), true, Memory.megabytes(handle, withChildren)))
                    .orElseGet(() -> new PartStatus(part.pid(), false, 0));
        }
    }

    /** What {@code --json} prints. */
    record Status(boolean ready, long megabytes, Map<String, PartStatus> parts, @Nullable RunFile run) {}
}
