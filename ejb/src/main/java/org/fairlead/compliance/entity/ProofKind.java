package org.fairlead.compliance.entity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a file that proves a consent may be: told by its first bytes, not by what it calls itself. */
public enum ProofKind {
    PDF("application/pdf", "%PDF-"),
    PNG("image/png", "\u0089PNG"),
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
    WAVE("audio/wav", "RIFF"),
    OGG("audio/ogg", "OggS"),
    MP3("audio/mpeg", "ID3"),
    /** Without a head of its own: it begins with the first frame. */
    MP3_FRAMES("audio/mpeg", "\u00ff"),
    TEXT("text/plain", "");

    /** MPEG 1 and 2, layer 3, with and without a checksum. */
    private static final List<String> FRAMES = List.of("\u00ff\u00fb", "\u00ff\u00fa", "\u00ff\u00f3", "\u00ff\u00f2");

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
        return switch (this) {
            case TEXT -> isText(content);
            case WAVE -> begins(content, begins, 0) && begins(content, "WAVE", 8);
            case MP3_FRAMES -> FRAMES.stream().anyMatch(frame -> begins(content, frame, 0));
            default -> begins(content, begins, 0);
        };
    }

    private static boolean begins(byte[] content, String with, int at) {
        return content.length >= at + with.length()
                && new String(content, at, with.length(), StandardCharsets.ISO_8859_1).equals(with);
    }

    /** Words in UTF-8, and none that a browser would take for a page. */
    private static boolean isText(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return text.indexOf('\ufffd') < 0
                && !text.replace("\ufeff", "").stripLeading().startsWith("<")
                && text.chars().noneMatch(sign -> sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t');
    }
}
