package org.fairlead.web.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.fairlead.client.PeopleQuery;
import org.fairlead.i18n.Formats;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.jspecify.annotations.Nullable;

/** What the list of people is narrowed to: the same for the page and for its file. */
public final class PeopleFilter {

    private static final int FEWEST_LETTERS = 3;

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
                .map(tag -> "lang:" + tag)
                .collect(Collectors.toSet());
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
