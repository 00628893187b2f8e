package org.fairlead.gateway.link;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is put aside for people to read, and kept on a disk, holds no password, and no digest that lets in as the password
 * does; the rest stays as it came.
 */
final class Secrets {

    /** Also one that is cut off in the middle: what cannot be read may end anywhere. */
    private static final Pattern SECRET =
            Pattern.compile("(\"(?:password|digest)\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*+", Pattern.CASE_INSENSITIVE);

    private Secrets() {}

    static @Nullable String cut(@Nullable String text) {
        return text == null ? null : SECRET.matcher(text).replaceAll("$1...");
    }
}
