package org.fairlead.i18n;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language of the interface. Scripts may be in any language; these are the ones that pages are written in. */
public enum Language {
    EN("en", "English", "en-GB"),
    TR("tr", "Türkçe", "tr-TR"),
    IT("it", "Italiano", "it-IT"),
    RU("ru", "Русский", "ru-RU");

    private final String tag;
    private final String endonym;
    private final Locale locale;

    Language(String tag, String endonym, String localeTag) {
        this.tag = tag;
        this.endonym = endonym;
        this.locale = Locale.forLanguageTag(localeTag);
    }

    /** As the database and the {@code lang} attribute have it. */
    public String tag() {
        return tag;
    }

    /** The language's name in itself, which is how a reader finds it. */
    public String endonym() {
        return endonym;
    }

    /** With a country, so that dates and numbers have one order and one sign; English is written the British way. */
    public Locale locale() {
        return locale;
    }

    public static List<Language> all() {
        return List.of(values());
    }

    /** The language of a tag such as {@code tr} or {@code tr-CY}; empty where the interface does not speak it. */
    public static Optional<Language> of(@Nullable String tag) {
        if (tag == null || tag.isBlank()) {
            return Optional.empty();
        }
        var wanted = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        return Arrays.stream(values()).filter(l -> l.tag.equals(wanted)).findFirst();
    }

    /** The language of a locale, English where the interface does not speak it. */
    public static Language of(Locale locale) {
        return of(locale.getLanguage()).orElse(EN);
    }
}
