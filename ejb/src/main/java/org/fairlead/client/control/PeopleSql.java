package org.fairlead.client.control;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.fairlead.client.PeopleQuery;
import org.jspecify.annotations.Nullable;

/** The list of people, filtered and ordered by the database. */
final class PeopleSql {

    static final int ANY = -1;

    /** Small letters, and one i: I and i are two letters in one language and one in others. */
    private static final String PLAIN = "translate(lower(%s), 'ıİ', 'ii')";

    /** Whom a person serves is seen as far as the scope reaches: so is who serves one of the caller's clients. */
    private static final String FOUND =
            """
             from person p join site s on s.site_id = p.site_id
            where (:everybody or p.person_id = :me
                   or exists (select 1 from person_client c where c.person_id = p.person_id))
              and (:site = '' or s.code = :site)
              and (:client = -1 or exists (
                   select 1 from person_client c where c.person_id = p.person_id and c.client_id = :client))
              and (:search = '%%' or %s like :search or %s like :search or exists (
                   select 1 from person_skill k where k.person_id = p.person_id
                   and (lower(k.skill) like :search or k.skill = any (:skills))))
            """
                    .formatted(PLAIN.formatted("p.name"), PLAIN.formatted("p.login"));

    /** What a reader may sort by; anything else is by name. */
    private static final Map<String, String> ORDERS = Map.of(
            "login", "p.login %s",
            "site", "s.name collate \"COLLATION\" %s",
            "language", "p.language %s",
            "role", "p.role %s nulls last",
            "active", "p.active %s");

    private static final String BY_NAME = "p.name collate \"COLLATION\" %s";

    /** The interface's languages; a collation's name cannot be a parameter. */
    private static final Map<String, String> COLLATIONS =
            Map.of("en", "en-x-icu", "tr", "tr-x-icu", "it", "it-x-icu", "ru", "ru-x-icu");

    private PeopleSql() {}

    static String count() {
        return "select count(*)" + FOUND;
    }

    static String page(PeopleQuery query) {
        String direction = query.descending() ? "desc" : "asc";
        String asked = query.sort() == null ? null : ORDERS.get(query.sort());
        String order = asked == null
                ? BY_NAME.formatted(direction)
                : asked.formatted(direction) + ", " + BY_NAME.formatted("asc");
        String collation = Objects.requireNonNullElse(COLLATIONS.get(query.language()), "und-x-icu");
        return "select p.person_id" + FOUND + " order by " + order.replace("COLLATION", collation) + ", p.person_id";
    }

    /** Part of a word, as {@code like} wants it; what would be a wildcard is a letter like others. */
    static String pattern(@Nullable String search) {
        String wanted = search == null ? "" : search.strip();
        String plain = wanted.toLowerCase(Locale.ROOT).replace("i̇", "i").replace('ı', 'i');
        return "%" + plain.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
