package org.fairlead.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The languages of the interface are complete and alike: a mistake names language and key. */
class BundlesTest {

    private static final Pattern TAG = Pattern.compile("<[^>]*>|&[a-z]+;|&#");
    private static final Pattern QUOTED = Pattern.compile("''|'[{}|#]");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

    /** Words that Russian writes in Latin letters too. */
    private static final Set<String> LATIN_IN_RUSSIAN = Set.of("common.product");

    @Test
    void everyFileBelongsToAKnownAreaAndLanguage() throws IOException {
        var known = new TreeSet<String>();
        for (var area : Words.AREAS) {
            Language.all().forEach(l -> known.add(area + "_" + l.tag() + ".properties"));
        }

        try (var files = Files.list(Path.of("src/main/resources/org/fairlead/i18n"))) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrderElementsOf(known);
        }
    }

    @Test
    void everyLanguageHasTheSameKeys() {
        var mistakes = new ArrayList<String>();

        for (var area : Words.AREAS) {
            var english = Bundle.load(area, Language.EN).words().keySet();
            for (var language : Language.all()) {
                var keys = Bundle.load(area, language).words().keySet();
                english.stream().filter(k -> !keys.contains(k)).forEach(k -> mistakes.add(language + " lacks " + k));
                keys.stream()
                        .filter(k -> !english.contains(k))
                        .forEach(k -> mistakes.add(language + " alone has " + k));
            }
        }

        assertThat(mistakes).isEmpty();
    }

    @Test
    void noKeyComesTwiceAndEachBeginsWithItsArea() {
        assertThat(mistakes((bundle, key, value) ->
                        key.startsWith(bundle.area() + ".") ? null : "does not begin with " + bundle.area()))
                .isEmpty();
        assertThat(bundles().flatMap(b -> b.repeated().stream().map(k -> b.language() + " repeats " + k)))
                .isEmpty();
    }

    @Test
    void noValueIsEmptyPaddedOrItsOwnKey() {
        assertThat(mistakes((bundle, key, value) -> {
                    if (value.isBlank() || !value.equals(value.strip())) {
                        return "is empty or padded";
                    }
                    return value.equals(key) || value.startsWith("?") ? "is a key, not words" : null;
                }))
                .isEmpty();
    }

    @Test
    void placeholdersAreTheSameInEveryLanguage() {
        assertThat(mistakes((bundle, key, value) -> {
                    var english = Words.in(Language.EN).get(key);
                    return arguments(value).equals(arguments(english))
                            ? null
                            : "has " + arguments(value) + " where English has " + arguments(english);
                }))
                .isEmpty();
    }

    @Test
    void apostrophesAreWrittenOnceAndQuoteNothing() {
        assertThat(mistakes((bundle, key, value) ->
                        QUOTED.matcher(value).find() ? "has an apostrophe that quotes or is doubled" : null))
                .isEmpty();
    }

    @Test
    void thereIsNoMarkup() {
        assertThat(mistakes((bundle, key, value) -> TAG.matcher(value).find() ? "has markup" : null))
                .isEmpty();
    }

    @Test
    void pluralsHaveEveryFormOfTheirLanguage() {
        assertThat(mistakes((bundle, key, value) -> {
                    var wanted = new TreeSet<>(
                            PluralRules.forLocale(bundle.language().locale()).getKeywords());
                    if (bundle.language() == Language.IT) {
                        wanted.remove("many"); // millions without a number word; "other" reads the same
                    }
                    for (var forms : pluralForms(value)) {
                        if (!forms.containsAll(wanted)) {
                            return "has plural forms " + forms + ", needs " + wanted;
                        }
                    }
                    return null;
                }))
                .isEmpty();
    }

    @Test
    void russianIsRussian() {
        assertThat(mistakes((bundle, key, value) -> {
                    var bare = PLACEHOLDER.matcher(value).replaceAll("");
                    return bundle.language() == Language.RU
                                    && LETTER.matcher(bare).find()
                                    && !CYRILLIC.matcher(value).find()
                                    && !LATIN_IN_RUSSIAN.contains(key)
                            ? "is not translated"
                            : null;
                }))
                .isEmpty();
    }

    private interface Check {
        /** What is wrong, or null. */
        String of(Bundle bundle, String key, String value);
    }

    private static List<String> mistakes(Check check) {
        return bundles()
                .flatMap(b -> b.words().entrySet().stream()
                        .map(e -> Map.entry(
                                b.language() + " " + e.getKey(),
                                String.valueOf(check.of(b, e.getKey(), e.getValue())))))
                .filter(e -> !e.getValue().equals("null"))
                .map(e -> e.getKey() + " " + e.getValue())
                .sorted()
                .toList();
    }

    private static Stream<Bundle> bundles() {
        return Words.AREAS.stream().flatMap(a -> Language.all().stream().map(l -> Bundle.load(a, l)));
    }

    private static Set<String> arguments(String pattern) {
        var parsed = new MessagePattern(pattern);
        var found = new TreeSet<String>();
        for (int i = 0; i < parsed.countParts(); i++) {
            if (parsed.getPartType(i) == Part.Type.ARG_START) {
                found.add(parsed.getSubstring(parsed.getPart(i + 1)) + ":"
                        + parsed.getPart(i).getArgType());
            }
        }
        return found;
    }

    private static List<Set<String>> pluralForms(String pattern) {
        var parsed = new MessagePattern(pattern);
        var found = new ArrayList<Set<String>>();
        for (int i = 0; i < parsed.countParts(); i++) {
            var part = parsed.getPart(i);
            if (part.getType() == Part.Type.ARG_START && part.getArgType() == ArgType.PLURAL) {
                var forms = new TreeSet<String>();
                int end = parsed.getLimitPartIndex(i);
                for (int j = i + 1; j < end; j++) {
                    if (parsed.getPartType(j) == Part.Type.ARG_SELECTOR) {
                        forms.add(parsed.getSubstring(parsed.getPart(j)));
                    }
                }
                found.add(forms);
            }
        }
        return found;
    }
}
