package org.fairlead.launcher.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fairlead.launcher.postgres.Folders;

/** How the deployable gets into the folder that the server looks into. */
public interface Deployment {

    /** As it was built. */
    Deployment PACKED = (ear, deployments) -> {
        Folders.delete(deployments);
        Files.createDirectories(deployments);
        Files.copy(ear, deployments.resolve("fairlead.ear"));
    };

    /** Puts it there, in place of what was there. */
    void place(Path ear, Path deployments) throws IOException;

    /** What the server's JVM is told in addition. */
    default List<String> options() {
        return List.of();
    }
}
