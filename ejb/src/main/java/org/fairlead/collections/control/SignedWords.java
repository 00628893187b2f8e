package org.fairlead.collections.control;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a provider tells: a form, signed with the moment at which it was said, under a secret that both know. */
final class SignedWords {

    /** A word that is older than that may be somebody's who listened. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private static final Pattern SIGNATURE = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

    private SignedWords() {}

    /** Nobody is heard where no secret is agreed. */
    static boolean areOf(String secret, String body, String signature, Instant now) {
        Matcher parts = SIGNATURE.matcher(signature);
        if (secret.isEmpty() || !parts.matches()) {
            return false;
        }
        Instant said = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        boolean fresh = Duration.between(said, now).abs().compareTo(FRESH) <= 0;
        byte[] given = HexFormat.of().parseHex(parts.group(2));
        return fresh && MessageDigest.isEqual(signed(secret, parts.group(1) + "." + body), given);
    }

    private static byte[] signed(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The form's fields; one that cannot be read is empty. */
    static Map<String, String> read(String body) {
        Map<String, String> fields = new HashMap<>();
        Arrays.stream(body.split("&", -1)).forEach(pair -> {
            int at = pair.indexOf('=');
            if (at > 0) {
                fields.put(pair.substring(0, at), decoded(pair.substring(at + 1)));
            }
        });
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }
}
