package org.fairlead.itests;

import org.fairlead.itests.bench.BenchCommand;
import org.fairlead.itests.floor.FloorCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of {@code ./fairlead} that measure a running stack. */
@Command(
        name = "fairlead",
        resourceBundle = Words.BUNDLE,
        subcommands = {FloorCommand.class, BenchCommand.class})
public final class Tools {

    private static final int EXIT_CANNOT = 2;

    private Tools() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Tools())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage());
                    if (System.getenv("FAIRLEAD_DEBUG") != null) {
                        failure.printStackTrace(command.getErr());
                    }
                    return EXIT_CANNOT;
                })
                .execute(arguments);
    }
}
