package org.fairlead.launcher.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AptSourcesTest {

    private static final String PARAGRAPHS =
            """
            Types: deb
            URIs: mirror:/debian-security
            Suites: bookworm-security
            Components: main

            Types: deb
            # a remark
            URIs: mirror:/debian
            Suites: bookworm bookworm-updates
            Components: main
            """;

    @Test
    void theDistributionsOwnMirrorIsFoundAmongParagraphs() {
        assertThat(AptSources.inParagraphs(PARAGRAPHS)).contains("mirror:/debian");
    }

    @Test
    void whatIsDisabledIsNotTaken() {
        assertThat(AptSources.inParagraphs(PARAGRAPHS.replace("Types: deb\n#", "Enabled: no\nTypes: deb\n#")))
                .isEmpty();
    }

    @Test
    void theDistributionsOwnMirrorIsFoundAmongLines() {
        assertThat(AptSources.inLines(List.of(
                        "# deb mirror:/old/debian bookworm main",
                        "deb mirror:/apt stable main",
                        "deb [signed-by=/a/key.gpg] mirror:/debian/ bookworm main contrib")))
                .contains("mirror:/debian/");
    }

    @Test
    void aMachineWithoutSourcesHasNoMirror(@TempDir Path apt) throws IOException {
        Files.createDirectory(apt.resolve("sources.list.d"));
        Files.writeString(apt.resolve("sources.list.d/other.list"), "deb mirror:/apt stable main\n");

        assertThat(AptSources.mirror(apt)).isEmpty();
    }
}
