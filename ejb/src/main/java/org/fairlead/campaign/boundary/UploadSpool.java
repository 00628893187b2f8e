package org.fairlead.campaign.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.fairlead.shared.Refused;

/** Where an uploaded file waits until it is read: the page that brought it may be gone by then. */
@ApplicationScoped
public class UploadSpool {

    private static final String PREFIX = "fairlead-list-";

    /** About a million rows, and as much as the server lets in; the page says so before it sends more. */
    private static final long LARGEST = 200L * 1024 * 1024;

    /**
     * Copies the file.
     *
     * @throws Refused when it is too large or breaks off
     */
    Path keep(UUID listId, InputStream file) {
        Path kept = folder().resolve(PREFIX + listId + ".csv");
        try (OutputStream out = Files.newOutputStream(kept)) {
            byte[] chunk = new byte[64 * 1024];
            long size = 0;
            for (int n = file.read(chunk); n >= 0; n = file.read(chunk)) {
                size += n;
                if (size > LARGEST) {
                    throw new Refused("upload.too-large", LARGEST / 1024 / 1024);
                }
                out.write(chunk, 0, n);
            }
            return kept;
        } catch (IOException brokenOff) {
            remove(kept);
            Refused refused = new Refused("upload.broken-off");
            refused.initCause(brokenOff);
            throw refused;
        } catch (Refused tooLarge) {
            remove(kept);
            throw tooLarge;
        }
    }

    long size(Path kept) {
        try {
            return Files.size(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(Path kept) {
        try {
            Files.deleteIfExists(kept);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + kept, e);
        }
    }

    /** Removes what an ended server left behind. */
    void clear() {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder(), PREFIX + "*")) {
            for (Path file : left) {
                remove(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + folder(), e);
        }
    }

    private static Path folder() {
        String server = System.getProperty("jboss.server.temp.dir");
        return Path.of(server == null ? System.getProperty("java.io.tmpdir") : server);
    }
}
