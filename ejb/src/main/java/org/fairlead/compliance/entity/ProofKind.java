package org.fairlead.compliance.entity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a file that proves a consent may be: told by its first bytes, not by what it calls itself. */
public enum ProofKind {
    PDF("application/pdf", "%PDF-"),
    PNG("image/png", "\u0089PNG"),
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
    WAVE("audio/wav", "RIFF"),
    OGG("audio/ogg", "OggS"),
    MP3("audio/mpeg", "ID3"),
    TEXT("text/plain", "");

    private final String mediaType;
    /** Byte by byte, as Latin-1 has them. */
    private final String begins;

    ProofKind(String mediaType, String begins) {
        this.mediaType = mediaType;
        this.begins = begins;
    }

    public String mediaType() {
        return mediaType;
    }

    /** @return empty for what nobody here can look at */
    public static Optional<ProofKind> of(byte[] content) {
        return Arrays.stream(values()).filter(kind -> kind.fits(content)).findFirst();
    }

    private boolean fits(byte[] content) {
        if (this == TEXT) {
            return isText(content);
        }
        return new String(content, 0, Math.min(content.length, begins.length()), StandardCharsets.ISO_8859_1)
                .equals(begins);
    }

    /** Words in UTF-8, and none that a browser would take for a page. */
    private static boolean isText(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return text.indexOf('\ufffd') < 0
                && text.chars().noneMatch(sign -> sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t');
    }
}
