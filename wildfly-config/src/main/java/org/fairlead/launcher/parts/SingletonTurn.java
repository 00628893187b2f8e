package org.fairlead.launcher.parts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The deployment that the server keeps on one node at a time, and that says nothing but whose turn it is. */
final class SingletonTurn {

    private static final String NAME = "fairlead-turn.war";
    private static final List<String> FILES = List.of("META-INF/singleton-deployment.xml", "WEB-INF/web.xml");

    private SingletonTurn() {}

    static void place(Path deployments) throws IOException {
        for (String file : FILES) {
            Path target = deployments.resolve(NAME).resolve(file);
            Files.createDirectories(target.getParent());
            try (InputStream source =
                    SingletonTurn.class.getResourceAsStream("/org/fairlead/launcher/server/turn/" + file)) {
                if (source == null) {
                    throw new IOException("a part of the launcher is missing: " + file);
                }
                Files.write(target, source.readAllBytes());
            }
        }
        Files.writeString(deployments.resolve(NAME + ".dodeploy"), NAME);
    }
}
