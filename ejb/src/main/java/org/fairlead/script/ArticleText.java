package org.fairlead.script;

import java.util.Map;
import java.util.UUID;

/**
 * An article in all its languages, as those who write it see it.
 *
 * @param words by language
 */
public record ArticleText(UUID id, Map<String, Words> words) {

    /** In one language. */
    public record Words(String title, String text) {}

    public ArticleText {
        words = Map.copyOf(words);
    }
}
