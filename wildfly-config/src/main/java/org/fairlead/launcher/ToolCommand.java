package org.fairlead.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.fairlead.launcher.state.Build;
import org.fairlead.launcher.state.RunFile;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.state.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * Hands over to the tools that the tests of the whole have: virtual agents and customers, benchmarks. They are a process
 * of their own and learn from the run file where the stack is.
 */
@Command
abstract class ToolCommand implements Callable<Integer> {

    private static final String TOOLS = "org.fairlead.itests.Tools";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** All of them are the tool's own. */
    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Build build = Here.build();
        if (build.tools().isEmpty()) {
            throw new StartFailure(Words.of("tools.missing"), Words.of("tools.missing.advice"));
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                // as the server has it, so that what is measured here is what it costs there
                "-XX:+UseSerialGC",
                "-XX:+UseTransparentHugePages",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-Dfairlead.checkout=" + Here.checkout(),
                "-Dfairlead.run=" + RunFile.file(Here.state()),
                "-cp",
                build.tools().stream().map(Path::toString).collect(Collectors.joining(":")),
                TOOLS,
                spec.name()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(Here.checkout().toFile())
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Virtual agents and customers. */
    @Command(name = "floor", mixinStandardHelpOptions = true, sortOptions = false)
    static final class Floor extends ToolCommand {}

    /** Benchmarks: a list without a name. */
    @Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false)
    static final class Bench extends ToolCommand {}
}
