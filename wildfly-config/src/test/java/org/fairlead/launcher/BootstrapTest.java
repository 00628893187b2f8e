package org.fairlead.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first step of {@code ./fairlead} in a checkout from which nothing was built. */
class BootstrapTest {

    private static final Path WORDS = Path.of("src/main/resources/org/fairlead/launcher/bootstrap.properties");
    private static final Path SOURCE = Path.of("src/main/java/org/fairlead/launcher/Bootstrap.java");

    @TempDir
    private Path checkout;

    @BeforeEach
    void checkOut() throws IOException {
        Path words = checkout.resolve("wildfly-config").resolve(WORDS);
        Files.createDirectories(words.resolveSibling(""));
        Files.copy(WORDS, words);
    }

    @ParameterizedTest
    @CsvSource({"status, 3", "stop, 0"})
    void whoAsksBeforeTheFirstBuildHearsThatNothingRunsAndNothingIsBuilt(String command, int exit) throws Exception {
        Said said = fairlead(command);

        assertThat(said).isEqualTo(new Said(exit, "Nothing of Fairlead runs from this checkout."));
        assertThat(checkout.resolve(".fairlead")).doesNotExist();
    }

    @Test
    void whoAsksDuringTheFirstBuildDoesNotWaitForIt() throws Exception {
        Files.createDirectories(checkout.resolve(".fairlead"));
        try (FileChannel channel = FileChannel.open(
                        checkout.resolve(".fairlead/building"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock building = channel.lock()) {

            Said said = fairlead("status");

            assertThat(building.isValid()).isTrue();
            assertThat(said.exit()).isEqualTo(3);
            assertThat(said.words()).endsWith("yet: it is being built.");
        }
    }

    @Test
    void programsAreToldTheSame() throws Exception {
        assertThat(fairlead("status", "--json").words()).startsWith("{ \"ready\" : false");
    }

    private record Said(int exit, String words) {}

    private Said fairlead(String... arguments) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder command = new ProcessBuilder(
                java, "-XX:TieredStopAtLevel=1", "-Dfairlead.checkout=" + checkout, SOURCE.toString());
        command.command().addAll(List.of(arguments));
        Process process = command.redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Said(process.waitFor(), words);
    }
}
