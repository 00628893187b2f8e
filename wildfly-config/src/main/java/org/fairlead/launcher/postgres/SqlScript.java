package org.fairlead.launcher.postgres;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A script on the class path, in a folder of classes or in a jar. */
record SqlScript(String name, String text) {

    static List<SqlScript> in(ClassLoader code, String folder) throws IOException {
        URL url = code.getResource(folder);
        if (url == null) {
            return List.of();
        }
        URI uri;
        try {
            uri = url.toURI();
        } catch (URISyntaxException e) {
            throw new IOException(url.toString(), e);
        }
        if (!"jar".equals(uri.getScheme())) {
            return read(Path.of(uri));
        }
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
            return read(jar.getPath(folder));
        }
    }

    private static List<SqlScript> read(Path folder) throws IOException {
        List<SqlScript> scripts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>)
                    files.filter(path -> path.toString().endsWith(".sql")).sorted()::iterator) {
                scripts.add(new SqlScript(String.valueOf(file.getFileName()), Files.readString(file)));
            }
        }
        return scripts;
    }
}
