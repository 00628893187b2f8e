package org.fairlead.i18n;

import com.ibm.icu.text.MessageFormat;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The interface's words in one language. Immutable and shared by everyone who reads that language.
 *
 * <p>A key that no bundle has is a mistake of the programme, which the tests find; should one slip through, the reader
 * sees a dash and the log the key.
 */
public final class Words {

    /** One bundle each; the area is the first word of its keys. */
    public static final List<String> AREAS = List.of(
            "common",
            "shell",
            "desk",
            "floor",
            "campaigns",
            "pacing",
            "collections",
            "portal",
            "people",
            "queue",
            "voice",
            "compliance",
            "scripts",
            "presence",
            "outcome",
            "state",
            "refused",
            "fault",
            "prompts");

    private static final Logger LOG = System.getLogger(Words.class.getName());
    private static final String MISSING = "–";
    private static final Map<Language, Words> BY_LANGUAGE = new EnumMap<>(Language.class);

    static {
        for (var language : Language.all()) {
            BY_LANGUAGE.put(language, new Words(language));
        }
    }

    private final Language language;
    private final Map<String, String> patterns = new HashMap<>();
    private final Map<String, MessageFormat> parsed = new ConcurrentHashMap<>();

    private Words(Language language) {
        this.language = language;
        for (var area : AREAS) {
            patterns.putAll(Bundle.load(area, language).words());
        }
    }

    public static Words in(Language language) {
        var words = BY_LANGUAGE.get(language);
        if (words == null) {
            throw new IllegalArgumentException("no words in " + language);
        }
        return words;
    }

    public static Words in(Locale locale) {
        return in(Language.of(locale));
    }

    public Language language() {
        return language;
    }

    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    /** The words of a key without arguments. */
    public String get(String key) {
        var pattern = patterns.get(key);
        if (pattern == null) {
            LOG.log(Level.WARNING, "no words for key {0} in {1}", key, language.tag());
            return MISSING;
        }
        return pattern;
    }

    /**
     * The words of a key with its arguments set in. Numbers come out as the language writes them; {@code null} becomes a
     * dash.
     */
    public String format(String key, @Nullable Object... arguments) {
        if (!has(key)) {
            return get(key);
        }
        var given = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            var argument = arguments[i];
            given[i] = argument == null ? MISSING : argument;
        }
        var pattern = parsed.computeIfAbsent(key, k -> new MessageFormat(get(k), language.locale()));
        // a MessageFormat keeps state while it formats: each use has its own
        return pattern.clone().format(given);
    }

    /** All words whose key begins so, for a page's script; the keys keep their full names, sorted. */
    public Map<String, String> startingWith(String prefix) {
        var found = new TreeMap<String, String>();
        patterns.forEach((key, words) -> {
            if (key.startsWith(prefix)) {
                found.put(key, words);
            }
        });
        return found;
    }
}
