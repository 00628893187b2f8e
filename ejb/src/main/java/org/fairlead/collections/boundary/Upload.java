package org.fairlead.collections.boundary;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.fairlead.shared.FileName;
import org.fairlead.shared.Refused;

/** A file as it was handed in: its name made fit for a page, its bytes, and the hash by which it is known again. */
final class Upload {

    private static final int LARGEST = 100 * 1024 * 1024;

    private final String name;
    private final byte[] content;

    private Upload(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    String name() {
        return name;
    }

    InputStream content() {
        return new ByteArrayInputStream(content);
    }

    /** The very bytes, not a copy: they may be a hundred megabytes. */
    byte[] bytes() {
        return content;
    }

    String hash() {
        return hash(content);
    }

    /** @throws Refused when it is too large or breaks off */
    static Upload of(String name, InputStream in) {
        try {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new Refused("upload.too-large", LARGEST / 1024 / 1024);
            }
            return new Upload(FileName.shown(name), content);
        } catch (IOException brokenOff) {
            Refused refused = new Refused("upload.broken-off");
            refused.initCause(brokenOff);
            throw refused;
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
