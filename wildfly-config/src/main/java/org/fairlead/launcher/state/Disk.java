package org.fairlead.launcher.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room on the disk: a database that runs out of it stops in the middle of the work. */
public final class Disk {

    private Disk() {}

    /** @throws StartFailure if less is free where the folder lies */
    public static void require(Path folder, long megabytes) throws IOException, StartFailure {
        Files.createDirectories(folder);
        long free = Files.getFileStore(folder).getUsableSpace() >> 20;
        if (free < megabytes) {
            throw new StartFailure(Words.of("disk.little", folder, free, megabytes), Words.of("disk.little.advice"));
        }
    }
}
