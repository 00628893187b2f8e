package org.fairlead.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fairlead.launcher.state.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorsPropertiesTest {

    @TempDir
    Path folder;

    @Test
    void eachLineIsAnOptionOfTheServer() throws Exception {
        Path file = folder.resolve("server.properties");
        Files.writeString(file, "# mail\nfairlead.smtp.port = 2525 \nfairlead.smtp.host=mail.example\n");

        assertThat(OperatorsProperties.in(file))
                .containsExactly("-Dfairlead.smtp.host=mail.example", "-Dfairlead.smtp.port=2525");
    }

    @Test
    void withoutAFileThereAreNone() throws Exception {
        assertThat(OperatorsProperties.in(folder.resolve("server.properties"))).isEmpty();
    }

    @Test
    void aNameThatIsNoneOfOursIsNotPassedOver() throws Exception {
        Path file = folder.resolve("server.properties");
        Files.writeString(file, "smtp.host=mail.example\n");

        assertThatThrownBy(() -> OperatorsProperties.in(file))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("smtp.host");
    }
}
