package org.fairlead.web.people;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fairlead.client.PeopleQuery;
import org.fairlead.client.PersonView;
import org.fairlead.i18n.Formats;
import org.fairlead.i18n.Words;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.jspecify.annotations.Nullable;

/** What the list of people is narrowed to: the same for the page and for its file. */
public final class PeopleFilter {

    private static final int FEWEST_LETTERS = 3;
    private static final String LANGUAGE = "lang:";

    private PeopleFilter() {}

    public static PeopleQuery query(
            Viewer viewer,
            @Nullable String search,
            @Nullable String site,
            @Nullable String client,
            @Nullable String sort,
            boolean descending) {
        return new PeopleQuery(
                blank(search) ? null : search,
                blank(search) ? Set.of() : languages(viewer.getFormats(), String.valueOf(search)),
                blank(site) ? null : site,
                blank(client) ? null : Address.client(client),
                sort,
                descending,
                viewer.getLanguage().tag());
    }

    /** Skills in the languages whose names, as the page shows them, have these letters in them. */
    static Set<String> languages(Formats formats, String search) {
        var wanted = search.strip().toLowerCase(formats.locale());
        if (wanted.length() < FEWEST_LETTERS) {
            return Set.of();
        }
        return Arrays.stream(Locale.getISOLanguages())
                .filter(tag ->
                        formats.languageName(tag).toLowerCase(formats.locale()).contains(wanted))
                .map(tag -> LANGUAGE + tag)
                .collect(Collectors.toSet());
    }

    /** Languages first, because that is what one looks for; then by name. */
    static List<Map.Entry<String, Integer>> ordered(Map<String, Integer> skills) {
        return new TreeMap<>(skills)
                .entrySet().stream()
                        .sorted(Comparator.comparing(one -> !one.getKey().startsWith(LANGUAGE)))
                        .toList();
    }

    /** A person's skills as the page says them, in one cell. */
    public static String skills(PersonView person, Words words, Formats formats) {
        return ordered(person.skills()).stream()
                .map(one -> words.format("people.skill.level", formats.skillName(one.getKey()), one.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
