package org.fairlead.shared;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words that are kept once for each language, by tag: {@code {"it": "Reclamo", "en": "Complaint"}}. */
public final class ByLanguage {

    private ByLanguage() {}

    /** In the first of the wanted languages that has words; else in any; empty when there are none at all. */
    public static String pick(Map<String, String> words, String... wanted) {
        for (String language : wanted) {
            String found = words.get(language);
            if (found != null && !found.isBlank()) {
                return found;
            }
        }
        return words.keySet().stream().sorted().findFirst().map(words::get).orElse("");
    }

    /** In this language or not at all. */
    public static @Nullable String exactly(Map<String, String> words, @Nullable String language) {
        return language == null ? null : words.get(language);
    }
}
