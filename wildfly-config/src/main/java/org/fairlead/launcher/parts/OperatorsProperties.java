package org.fairlead.launcher.parts;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.state.Words;

/**
 * What an operator tells the server beside what the launcher does: the lines of {@code server.properties} in the state
 * folder, a mail server's address say. They come last, so they also stand in place of what the demo has.
 */
final class OperatorsProperties {

    private static final String OURS = "fairlead.";

    private OperatorsProperties() {}

    /**
     * Reads them.
     *
     * @param file need not be there
     * @return options of the server's Java, in the order of their names
     * @throws StartFailure if a name is none of ours: a slip of the pen would change nothing, and nobody would know
     */
    static List<String> in(Path file) throws IOException, StartFailure {
        if (!Files.exists(file)) {
            return List.of();
        }
        Properties all = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            all.load(reader);
        }
        for (String name : all.stringPropertyNames()) {
            if (!name.startsWith(OURS)) {
                throw new StartFailure(
                        Words.of("server.properties.unknown", name, file), Words.of("server.properties.advice"));
            }
        }
        return all.stringPropertyNames().stream()
                .sorted()
                .map(name -> "-D" + name + "=" + all.getProperty(name).strip())
                .toList();
    }
}
