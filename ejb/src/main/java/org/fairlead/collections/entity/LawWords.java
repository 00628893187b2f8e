package org.fairlead.collections.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairlead.collections.DebtLaw.Saying;
import org.fairlead.collections.DebtLaw.TermEdit;
import org.fairlead.collections.DebtLaw.TextEdit;
import org.fairlead.shared.Refused;

/** What a version of a law's text or term has to be before it is kept: each refusal names what to mend. */
public final class LawWords {

    public static final List<String> OCCASIONS = List.of("FIRST", "LATER", "RIGHTS", "WRITTEN");
    public static final List<String> KINDS = List.of("DISPUTE", "COMPLAINT", "BREATHING_SPACE");
    public static final List<String> BASES = List.of("law", "practice", "house");

    /** Of every country that has none of its own. */
    public static final String ANYWHERE = "*";

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> FIELDS = Set.of("agent", "customer", "client");

    /** A letter has no agent. */
    private static final Set<String> WRITTEN_FIELDS = Set.of("customer", "client");

    /** What stands in letters, by the field of a wording that it fills. */
    public static final Map<String, String> IN_LETTERS = Map.of("disclosure", "WRITTEN", "rights", "RIGHTS");

    private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}");
    private static final int LONGEST_WORDS = 2_000;
    private static final int LONGEST_LINE = 300;
    private static final int MOST_DAYS = 400;

    private LawWords() {}

    /** As it stands in a wording; empty for an occasion that letters know nothing of. */
    public static Optional<String> field(String occasion) {
        return IN_LETTERS.entrySet().stream()
                .filter(one -> one.getValue().equals(occasion))
                .map(one -> "{" + one.getKey() + "}")
                .findFirst();
    }

    /**
     * @param needed languages that must be there
     * @param today no version begins before
     */
    public static void check(TextEdit edit, Collection<String> needed, LocalDate today) {
        ask(OCCASIONS.contains(edit.occasion()), "law.occasion");
        common(edit.country(), edit.from(), today);
        common(edit.citation(), edit.basis(), edit.reason());
        Set<String> said = new HashSet<>();
        for (Saying one : edit.sayings()) {
            if (!isLanguage(one.language()) || !said.add(one.language())) {
                throw new Refused("law.language", one.language());
            }
            check(one, IN_LETTERS.containsValue(edit.occasion()) ? WRITTEN_FIELDS : FIELDS);
        }
        List<String> missing = new ArrayList<>(needed);
        missing.removeAll(said);
        if (!missing.isEmpty()) {
            throw new Refused("law.languages", String.join(", ", missing));
        }
        ask(!said.isEmpty(), "law.words", "");
    }

    private static void check(Saying one, Set<String> fields) {
        ask(!one.heading().isBlank() && one.heading().length() <= 120, "law.heading", one.language());
        ask(!one.words().isBlank() && one.words().length() <= LONGEST_WORDS, "law.words", one.language());
        Matcher field = FIELD.matcher(one.words());
        while (field.find()) {
            ask(fields.contains(field.group(1)), "law.field", field.group(1), one.language());
        }
    }

    public static void check(TermEdit edit, LocalDate today) {
        ask(KINDS.contains(edit.kind()), "law.kind");
        common(edit.country(), edit.from(), today);
        ask(edit.days() >= 1 && edit.days() <= MOST_DAYS, "law.days", MOST_DAYS);
        common(edit.citation(), edit.basis(), edit.reason());
    }

    /** A breathing space ends by itself; what was said against us is answered by then. */
    public static boolean lasts(String kind) {
        return kind.equals("BREATHING_SPACE");
    }

    private static void common(String country, LocalDate from, LocalDate today) {
        ask(country.equals(ANYWHERE) || COUNTRIES.contains(country), "law.country", country);
        ask(!from.isBefore(today), "law.from");
    }

    private static void common(String citation, String basis, String reason) {
        ask(!citation.isBlank() && citation.length() <= LONGEST_LINE, "law.citation");
        ask(BASES.contains(basis), "law.basis");
        ask(!reason.isBlank() && reason.length() <= LONGEST_LINE, "law.reason");
    }

    private static boolean isLanguage(String tag) {
        try {
            String read = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
            return read.equals(tag) && !tag.isEmpty() && !tag.equals("und");
        } catch (IllformedLocaleException none) {
            return false;
        }
    }

    private static void ask(boolean holds, String key, Object... arguments) {
        if (!holds) {
            throw new Refused(key, arguments);
        }
    }
}
