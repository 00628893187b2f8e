package org.fairlead.collections.entity;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairlead.shared.Refused;

/** What a letter or a message says, with fields in braces that are filled for each debt. */
public record Wording(String subject, String body) {

    /** What may stand in braces. */
    public static final List<String> FIELDS = List.of(
            "debtor",
            "recipient",
            "client",
            "reference",
            "owed",
            "principal",
            "interest",
            "fees",
            "costs",
            "today",
            "amount",
            "due",
            "link",
            "answer",
            "disclosure",
            "rights");

    private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}");
    private static final int LONGEST = 8_000;

    /** @throws Refused {@code letter.empty}, {@code letter.long}, {@code letter.field} for a field that is not known */
    public Wording {
        if (subject.isBlank() || body.isBlank()) {
            throw new Refused("letter.empty");
        }
        if (subject.length() > 200 || body.length() > LONGEST) {
            throw new Refused("letter.long", LONGEST);
        }
        for (String text : List.of(subject, body)) {
            Matcher field = FIELD.matcher(text);
            while (field.find()) {
                if (!FIELDS.contains(field.group(1))) {
                    throw new Refused("letter.field", field.group(1), String.join(", ", FIELDS));
                }
            }
        }
    }

    public boolean has(String field) {
        String named = "{" + field + "}";
        return subject.contains(named) || body.contains(named);
    }

    /** What leaves: as long as its values make it, for the bounds are those of what is typed. */
    public record Filled(String subject, String body) {}

    /** A field that nothing is known for is left empty. */
    public Filled filled(Map<String, String> values) {
        return new Filled(filled(subject, values), filled(body, values));
    }

    private static String filled(String text, Map<String, String> values) {
        return FIELD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(plain(values.getOrDefault(found.group(1), ""))));
    }

    /** A value brings no braces of its own. */
    private static String plain(String value) {
        return value.replace('{', '(').replace('}', ')');
    }
}
