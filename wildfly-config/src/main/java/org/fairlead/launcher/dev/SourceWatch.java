package org.fairlead.launcher.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tells which files below some folders have changed since it was last asked; removed ones are not told. */
final class SourceWatch {

    private final List<Path> roots;
    private Map<Path, FileTime> known;

    SourceWatch(List<Path> roots) throws IOException {
        this.roots = List.copyOf(roots);
        this.known = look();
    }

    /** What has changed or appeared since the last call. */
    List<Path> changed() throws IOException {
        Map<Path, FileTime> now = look();
        List<Path> changed = new ArrayList<>();
        now.forEach((file, time) -> {
            if (!time.equals(known.get(file))) {
                changed.add(file);
            }
        });
        known = now;
        return changed;
    }

    private Map<Path, FileTime> look() throws IOException {
        Map<Path, FileTime> found = new HashMap<>();
        for (Path root : roots) {
            if (!Files.isDirectory(root)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    note(found, file);
                }
            } catch (UncheckedIOException e) {
                if (!(e.getCause() instanceof NoSuchFileException)) {
                    throw e.getCause();
                }
                // an editor replaced a file while we looked; the next look sees it
            }
        }
        return found;
    }

    private static void note(Map<Path, FileTime> found, Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.startsWith(".") || name.endsWith("~") || name.endsWith(".swp")) {
            return;
        }
        try {
            found.put(file, Files.getLastModifiedTime(file));
        } catch (NoSuchFileException e) {
            found.remove(file); // gone between the two looks
        }
    }
}
