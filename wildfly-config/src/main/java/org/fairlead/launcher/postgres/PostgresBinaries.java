package org.fairlead.launcher.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the binaries from their jar, once for each folder that is asked for. */
final class PostgresBinaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private PostgresBinaries() {}

    /** @return the folder that has {@code bin/postgres}; two processes may ask at the same time */
    static Path unpackedTo(Path home) throws IOException {
        if (Files.isExecutable(home.resolve("bin/postgres"))) {
            return home;
        }
        Path parent = home.toAbsolutePath().getParent();
        if (parent == null) {
            throw new PostgresFailure("no folder to unpack into: " + home);
        }
        Files.createDirectories(parent);
        Path half = Files.createTempDirectory(parent, home.getFileName() + ".half");
        unpack(half);
        // The folder is read by an unprivileged user when the launcher itself is root.
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new PostgresFailure("cannot move " + half + " to " + home, e);
        } catch (FileSystemException e) {
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                throw e;
            }
            Folders.delete(half); // somebody else was faster
        }
        return home;
    }

    private static void unpack(Path target) throws IOException {
        try (InputStream raw = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (raw == null) {
                throw new PostgresFailure("the PostgreSQL binaries are not on the class path: " + ARCHIVE);
            }
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(raw)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    place(target, entry, tar);
                }
            }
        }
    }

    private static void place(Path target, TarArchiveEntry entry, InputStream content) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new PostgresFailure("an entry leaves the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        try {
            Files.copy(content, path);
        } catch (FileAlreadyExistsException e) {
            throw new PostgresFailure("the archive has an entry twice: " + entry.getName(), e);
        }
        boolean runs = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
