package org.fairlead.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
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
