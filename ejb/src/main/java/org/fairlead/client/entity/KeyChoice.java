package org.fairlead.client.entity;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.fairlead.shared.Refused;

/**
 * Which key does what at the desk. Digits choose results, Enter goes on, Esc hangs up: these stay. Everything else may lie
 * elsewhere, as long as no key does two things.
 */
public final class KeyChoice {

    private static final Map<String, String> HOUSE = house();

    private KeyChoice() {}

    private static Map<String, String> house() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("accept", "a");
        keys.put("refuse", "r");
        keys.put("mute", "m");
        keys.put("hold", "h");
        keys.put("transfer", "t");
        keys.put("keypad", "k");
        keys.put("record", "p");
        keys.put("note", "n");
        keys.put("reveal", "v");
        keys.put("skip", "s");
        keys.put("knowledge", "/");
        keys.put("debtor", "b");
        keys.put("pay", "y");
        keys.put("callbacks", "c");
        keys.put("presence", ".");
        keys.put("help", "?");
        return keys;
    }

    /**
     * All actions with their keys, those that the person chose in the place of the house's.
     *
     * @param locale of whoever reads what is refused: keys are named as they stand on the keyboard
     */
    public static Map<String, String> of(Map<String, String> chosen, Locale locale) {
        Map<String, String> keys = new LinkedHashMap<>(HOUSE);
        chosen.forEach((action, key) -> {
            if (!HOUSE.containsKey(action)) {
                throw new Refused("keys.action", action);
            }
            keys.put(action, usable(key));
        });
        Map<String, String> taken = new HashMap<>();
        keys.forEach((action, key) -> {
            if (taken.put(key, action) != null) {
                throw new Refused("keys.twice", printed(key, locale));
            }
        });
        return keys;
    }

    /**
     * As {@link #of}, for what was chosen before the house had all of its actions: the person's key stays, and an action
     * that came later and had the same key gets the first letter that is free.
     */
    public static Map<String, String> kept(Map<String, String> chosen) {
        Map<String, String> keys = new LinkedHashMap<>();
        HOUSE.keySet().forEach(action -> keys.put(action, chosen.getOrDefault(action, "")));
        keys.replaceAll(
                (action, key) -> key.isEmpty() && !chosen.containsValue(HOUSE.get(action)) ? HOUSE.get(action) : key);
        keys.replaceAll((action, key) -> key.isEmpty() ? free(keys) : key);
        return keys;
    }

    private static String free(Map<String, String> keys) {
        return IntStream.rangeClosed('a', 'z')
                .mapToObj(Character::toString)
                .filter(letter -> !keys.containsValue(letter))
                .findFirst()
                .orElse("");
    }

    private static String printed(String key, Locale locale) {
        String capital = key.toUpperCase(locale);
        return capital.length() == key.length() ? capital : key;
    }

    /** A letter of any script or a sign; a digit chooses a result, a blank scrolls. */
    private static String usable(String key) {
        String low = key.toLowerCase(Locale.ROOT);
        boolean single = low.codePointCount(0, low.length()) == 1;
        if (!single
                || low.isBlank()
                || Character.isDigit(low.codePointAt(0))
                || Character.isISOControl(low.codePointAt(0))) {
            throw new Refused("keys.key", key);
        }
        return low;
    }
}
