package org.fairlead.compliance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.fairlead.compliance.entity.ProofKind;
import org.fairlead.shared.Refused;

/**
 * A file that somebody hands in as proof: kept byte by byte, with its hash, and of a kind that people can look at.
 *
 * @param mediaType by its content, not by what it calls itself
 */
@SuppressWarnings("ArrayRecordComponent") // two files are never compared
public record HandedFile(String name, String mediaType, String sha256, byte[] content) {

    /** A page that was scanned or a call of some minutes; more is a film. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final int LONGEST_NAME = 120;

    /** @throws Refused {@code proof.empty}, {@code proof.large}, {@code proof.kind} */
    public static HandedFile read(String name, InputStream file) {
        try {
            byte[] content = file.readNBytes(MOST_BYTES + 1);
            if (content.length == 0) {
                throw new Refused("proof.empty");
            }
            if (content.length > MOST_BYTES) {
                throw new Refused("proof.large");
            }
            String type = ProofKind.of(content)
                    .orElseThrow(() -> new Refused("proof.kind"))
                    .mediaType();
            return new HandedFile(shortened(name), type, sha256(content), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shortened(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}/\\\\\"]", " ").strip();
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }
}
