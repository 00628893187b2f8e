package org.fairlead.launcher.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {

    @TempDir
    Path folder;

    @Test
    void tellsALaterCallWhatRuns() throws IOException {
        StateFolder state = new StateFolder(folder, folder.resolve("dist"));
        Files.createDirectories(state.run());
        RunFile written = new RunFile(
                8080,
                true,
                new Ports(8080).all(),
                Map.of("console", "http://127.0.0.1:8080/"),
                "checkout",
                "secrets",
                "log",
                Map.of("launcher", RunFile.Running.of(ProcessHandle.current().pid())));

        written.write(state);

        assertThat(RunFile.read(state)).contains(written);
    }

    @Test
    void aProcessThatLaterGotTheSameNumberIsNotTakenForThePart() {
        RunFile.Running now = RunFile.Running.of(ProcessHandle.current().pid());
        RunFile.Running before = new RunFile.Running(now.pid(), now.startedMillis() - 60_000);

        assertThat(now.handle()).isPresent();
        assertThat(before.handle()).isEmpty();
    }
}
