package org.fairlead.collections.boundary;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
            return new Upload(shortened(name), content);
        } catch (IOException brokenOff) {
            throw new Refused("upload.broken-off", String.valueOf(brokenOff.getMessage()));
        }
    }

    private static String shortened(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.length() <= 120 ? plain : plain.substring(0, 120);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
