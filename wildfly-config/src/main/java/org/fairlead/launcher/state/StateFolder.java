package org.fairlead.launcher.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fairlead.launcher.postgres.Folders;

/**
 * The one folder that holds all state of one stack. The unpacked programs ({@code dist}) may be shared by several state
 * folders; the default run keeps them in its own.
 */
public record StateFolder(Path path, Path dist) {

    public StateFolder {
        path = path.toAbsolutePath();
        dist = dist.toAbsolutePath();
    }

    /** The state folder of the default run of a checkout. */
    public static StateFolder of(Path checkout) {
        return new StateFolder(checkout.resolve(".fairlead"), checkout.resolve(".fairlead/dist"));
    }

    public Path secrets() {
        return path.resolve("secrets");
    }

    public Path postgres() {
        return path.resolve("postgres");
    }

    public Path server() {
        return path.resolve("server");
    }

    public Path keycloak() {
        return path.resolve("keycloak");
    }

    public Path gateway() {
        return path.resolve("gateway");
    }

    public Path telephony() {
        return path.resolve("telephony");
    }

    public Path log() {
        return path.resolve("log");
    }

    public Path run() {
        return path.resolve("run");
    }

    /** The folder of an unpacked program whose name begins so. */
    public Path program(String prefix) throws IOException {
        if (Files.isDirectory(dist)) {
            try (var folders = Files.list(dist)) {
                var found = folders.filter(
                                folder -> String.valueOf(folder.getFileName()).startsWith(prefix))
                        .filter(Files::isDirectory)
                        .sorted()
                        .reduce((older, newer) -> newer);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw new IOException("not unpacked: " + prefix + " in " + dist);
    }

    /** Makes the folders that every part expects. */
    public void create() throws IOException {
        for (Path folder : new Path[] {postgres(), server(), keycloak(), gateway(), telephony(), log(), run()}) {
            Files.createDirectories(folder);
        }
    }

    /** Forgets all data and secrets; keeps what was built and unpacked. */
    public void forget() throws IOException {
        for (Path folder : new Path[] {postgres(), server(), keycloak(), gateway(), telephony(), secrets(), log()}) {
            Folders.delete(folder);
        }
    }
}
