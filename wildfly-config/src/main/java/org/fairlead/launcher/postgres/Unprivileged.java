package org.fairlead.launcher.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root. When the launcher is root, its commands run in a user namespace of their own, in
 * which root is nobody; where the kernel forbids that (plain chroot, some containers), as the user nobody, who then
 * owns the data folder.
 */
final class Unprivileged {

    private static final String NOBODY = "65534";

    private enum Way {
        AS_IS,
        NAMESPACE,
        NOBODY
    }

    private final Way way;

    private Unprivileged(Way way) {
        this.way = way;
    }

    static Unprivileged here() throws IOException {
        if (!isRoot()) {
            return new Unprivileged(Way.AS_IS);
        }
        return new Unprivileged(works(List.of("unshare", "-U", "true")) ? Way.NAMESPACE : Way.NOBODY);
    }

    List<String> wrap(List<String> command) {
        List<String> whole = new ArrayList<>(
                switch (way) {
                    case AS_IS -> List.<String>of();
                    case NAMESPACE -> List.of("unshare", "-U");
                    case NOBODY -> List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
                });
        whole.addAll(command);
        return whole;
    }

    /** Hands a folder over to the user as whom PostgreSQL will run. */
    void own(Path folder) throws IOException {
        if (way != Way.NOBODY) {
            return;
        }
        if (!works(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()))) {
            throw new PostgresFailure("cannot hand " + folder + " over to the user " + NOBODY);
        }
        if (!works(wrap(List.of("test", "-w", folder.toString())))) {
            throw new PostgresFailure("PostgreSQL may not run as root, and the user " + NOBODY + " cannot reach "
                    + folder + ": run as another user, or keep the checkout where everybody may look into it");
        }
    }

    private static boolean isRoot() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .anyMatch(line -> line.startsWith("Uid:") && "0".equals(line.split("\\s+")[2]));
    }

    private static boolean works(List<String> command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresFailure("interrupted while trying " + command, e);
        }
    }
}
