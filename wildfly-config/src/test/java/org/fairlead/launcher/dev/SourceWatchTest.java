package org.fairlead.launcher.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceWatchTest {

    @TempDir
    Path folder;

    @Test
    void tellsAChangeOnce() throws IOException {
        Path page = Files.writeString(folder.resolve("desk.xhtml"), "one");
        SourceWatch watch = new SourceWatch(List.of(folder));

        Files.setLastModifiedTime(page, FileTime.fromMillis(1_000));

        assertThat(watch.changed()).containsExactly(page);
        assertThat(watch.changed()).isEmpty();
    }

    @Test
    void tellsANewFileAndNotAnEditorsScratchFile() throws IOException {
        SourceWatch watch = new SourceWatch(List.of(folder, folder.resolve("missing")));

        Path page = Files.writeString(folder.resolve("floor.xhtml"), "one");
        Files.writeString(folder.resolve(".floor.xhtml.swp"), "one");

        assertThat(watch.changed()).containsExactly(page);
    }
}
