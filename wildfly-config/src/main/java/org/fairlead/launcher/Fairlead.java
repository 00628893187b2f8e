package org.fairlead.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.state.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands behind {@code ./fairlead}. */
@Command(
        name = "./fairlead",
        resourceBundle = "org.fairlead.launcher.help",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        sortOptions = false,
        subcommands = {
            RunCommand.class,
            StopCommand.class,
            StatusCommand.class,
            DevCommand.class,
            CallCommand.class,
            TestCommand.class,
            ToolCommand.Floor.class,
            ToolCommand.Bench.class,
            AuditCommand.class,
        })
public final class Fairlead {

    static final int FAILED = 1;
    static final int CANNOT = 2;

    private Fairlead() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(new Fairlead());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(err);
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler((failure, command, result) -> {
            if (failure instanceof StartFailure start) {
                err.println(Words.of("failure", String.valueOf(start.getMessage()), start.advice()));
                return CANNOT;
            }
            if (failure instanceof IOException files) {
                err.println(Words.of("failure", files, Words.of("failure.files.advice")));
                return CANNOT;
            }
            throw failure;
        });
        return line;
    }
}
