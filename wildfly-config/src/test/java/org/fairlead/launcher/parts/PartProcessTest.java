package org.fairlead.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.fairlead.launcher.state.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartProcessTest {

    @TempDir
    Path folder;

    @Test
    void saysWhichPartEndedWithItsLastWordsAndNotThoseOfAnEarlierRun() throws Exception {
        Path log = folder.resolve("out.log");
        Files.writeString(log, "what an earlier run said\n");

        StartFailure why = ended("echo its last words; exit 7", log, log);

        assertThat(why)
                .hasMessageContaining("gateway ended with status 7")
                .hasMessageContaining("its last words")
                .hasMessageNotContaining("earlier run");
        assertThat(why.advice()).contains(log.toString()).contains("data are kept");
    }

    @Test
    void believesThePartsOwnLogRatherThanItsOutput() throws Exception {
        Path own = folder.resolve("own.log");

        StartFailure why = ended("echo noise; echo the reason >> " + own + "; exit 1", folder.resolve("out.log"), own);

        assertThat(why).hasMessageContaining("the reason").hasMessageNotContaining("noise");
        assertThat(why.advice()).contains("own.log");
    }

    private StartFailure ended(String script, Path log, Path own) throws IOException, InterruptedException {
        PartProcess process = PartProcess.start(Part.GATEWAY, List.of("sh", "-c", script), Map.of(), folder, log, own);
        process.process().waitFor(20, TimeUnit.SECONDS);
        return process.died();
    }
}
