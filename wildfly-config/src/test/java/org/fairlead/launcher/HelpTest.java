package org.fairlead.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

class HelpTest {

    @Test
    void everyCommandAndEveryOptionIsExplained() {
        CommandLine fairlead = Fairlead.commandLine();

        fairlead.getSubcommands().forEach((name, command) -> {
            assertThat(command.getHelp().header()).as("header of %s", name).isNotBlank();
            for (OptionSpec option : command.getCommandSpec().options()) {
                assertThat(String.join("", option.description()))
                        .as("%s %s", name, option.longestName())
                        .isNotBlank();
            }
        });
    }

    @Test
    void everyCommandTellsItsHelpAndDoesNothingElse() {
        List<List<String>> paths = paths(Fairlead.commandLine(), List.of());

        for (List<String> path : paths) {
            CommandLine fairlead = Fairlead.commandLine();
            StringWriter out = new StringWriter();
            fairlead.setOut(new PrintWriter(out));

            int status = fairlead.execute(
                    Stream.concat(path.stream(), Stream.of("--help")).toArray(String[]::new));

            assertThat(status).as("%s", path).isZero();
            assertThat(out.toString()).as("%s", path).contains("Usage: ./fairlead");
        }
        assertThat(paths).contains(List.of(), List.of("bench"), List.of("floor"), List.of("audit", "verify"));
    }

    private static List<List<String>> paths(CommandLine command, List<String> before) {
        List<List<String>> paths = new ArrayList<>(List.of(before));
        command.getSubcommands().forEach((name, sub) -> {
            List<String> path = new ArrayList<>(before);
            path.add(name);
            paths.addAll(paths(sub, path));
        });
        return paths;
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheHelp() {
        CommandLine fairlead = Fairlead.commandLine();
        StringWriter err = new StringWriter();
        fairlead.setErr(new PrintWriter(err));

        int status = fairlead.execute("rin");

        assertThat(status).isNotZero();
        assertThat(err.toString()).contains("rin").contains("run");
    }

    @Test
    void readsTimesAsPeopleWriteThem() {
        CallCommand.Seconds times = new CallCommand.Seconds();

        assertThat(times.convert("20s")).isEqualTo(Duration.ofSeconds(20));
        assertThat(times.convert("1m30s")).isEqualTo(Duration.ofSeconds(90));
        assertThat(times.convert("2m")).isEqualTo(Duration.ofMinutes(2));
        assertThat(times.convert("15")).isEqualTo(Duration.ofSeconds(15));
        assertThatThrownBy(() -> times.convert("soon")).isInstanceOf(TypeConversionException.class);
    }
}
