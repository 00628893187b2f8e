package org.fairlead.collections.entity.bank;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fairlead.shared.Money;

/**
 * What tells the movements of one statement apart, and knows each again in another file. The bank's own key is taken where
 * it gives one; else what the movement is. Every line of a statement is a movement of its own, so that of two alike the
 * second has another key: the order in which they stand is the same in every file of the bank's.
 */
final class MovementKeys {

    /** Banks write these where they have no reference. */
    private static final Set<String> NONE = Set.of("", "NONREF", "NOTPROVIDED", "NOREF");

    private final String account;
    private final Map<String, Integer> alike = new HashMap<>();

    MovementKeys(String account) {
        this.account = account;
    }

    static boolean isNone(String reference) {
        return NONE.contains(reference.strip().toUpperCase(Locale.ROOT));
    }

    /** @param bank the bank's own key, if it is one */
    String of(String bank, LocalDate day, Money amount, String... words) {
        String key = isNone(bank)
                ? day + "|" + amount.minor() + "|" + amount.currency() + "|" + hash(String.join("\n", words))
                : bank;
        int times = alike.merge(key, 1, Integer::sum);
        return account + "|" + key + (times == 1 ? "" : "#" + times);
    }

    private static String hash(String words) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
