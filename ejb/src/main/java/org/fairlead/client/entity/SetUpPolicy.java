package org.fairlead.client.entity;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fairlead.client.DispositionView;

/** What may be saved of a set-up. The answer is the first thing that cannot be, as a key of the bundles. */
public final class SetUpPolicy {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?");
    private static final Pattern SKILL = Pattern.compile("[a-z][a-z0-9-]{0,30}(:[a-z0-9-]{1,30})?");
    private static final Pattern E164 = Pattern.compile("\\+[0-9]{6,15}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");
    private static final int LONGEST = 80;
    private static final Map<String, int[]> BOUNDS = Map.of(
            "priority", new int[] {0, 9},
            "digit", new int[] {0, 9},
            "message_days", new int[] {1, 3650},
            "target_seconds", new int[] {1, 3600},
            "reservation_seconds", new int[] {5, 120},
            "wrap_up_seconds", new int[] {0, 1800});
    /** Who may see how much; see MaskedNumber. */
    private static final List<String> SHOWN = List.of("WHOLE", "ENDS", "LAST_TWO", "NOTHING");

    private static final Set<String> FLAGS = Set.of("true", "false");
    /** A queue that asks for no skill is served by everybody. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("skills");

    private SetUpPolicy() {}

    /**
     * Why it cannot be.
     *
     * @param field whose value it is
     * @param key of the bundles, {@code refused.} in front
     * @param arguments for its words
     */
    public record Problem(String field, String key, List<Object> arguments) {}

    public static Optional<Problem> problem(Map<String, String> values) {
        return values.entrySet().stream()
                .flatMap(value -> problem(value.getKey(), value.getValue().strip()).stream())
                .findFirst();
    }

    private static Optional<Problem> problem(String field, String value) {
        boolean missing = value.isEmpty() && !MAY_BE_EMPTY.contains(field);
        return (missing ? refuse(true, "setup.blank") : fault(field, value))
                .map(fault -> new Problem(field, fault.key(), fault.arguments()));
    }

    private record Fault(String key, List<Object> arguments) {}

    private static Optional<Fault> fault(String field, String value) {
        return switch (field) {
            case "name", "label" -> refuse(value.isEmpty() || value.length() > LONGEST, "setup.name", LONGEST);
            case "mark" -> refuse(value.isEmpty() || value.codePointCount(0, value.length()) > 2, "setup.mark");
            case "accent", "accent_dark" -> refuse(!COLOUR.matcher(value).matches(), "setup.colour", value);
            case "country" -> refuse(!COUNTRIES.contains(value), "setup.country", value);
            case "time_zone" -> refuse(!ZONES.contains(value), "setup.zone", value);
            case "language" -> refuse(!LANGUAGE.matcher(value).matches(), "setup.language", value);
            case "languages" -> languages(value);
            case "skills" -> skills(value);
            case "names" -> names(value);
            case "number" -> refuse(!E164.matcher(value).matches(), "setup.number", value);
            case "code" -> refuse(!CODE.matcher(value).matches(), "setup.code", value);
            case "category" -> refuse(!isCategory(value), "setup.choice");
            case "active", "open", "reveal" -> refuse(!FLAGS.contains(value), "setup.choice");
            case "shown" -> refuse(!SHOWN.contains(value), "setup.choice");
            default -> number(field, value);
        };
    }

    private static Optional<Fault> number(String field, String value) {
        int[] bounds = BOUNDS.get(field);
        if (bounds == null) {
            return Optional.empty();
        }
        boolean inside = value.matches("[0-9]{1,6}")
                && Integer.parseInt(value) >= bounds[0]
                && Integer.parseInt(value) <= bounds[1];
        return refuse(!inside, "setup.between", bounds[0], bounds[1], value);
    }

    private static Optional<Fault> languages(String value) {
        String[] tags = SetUpField.languages(value);
        boolean usable = tags.length > 0
                && Arrays.stream(tags).allMatch(tag -> LANGUAGE.matcher(tag).matches())
                && Arrays.stream(tags).distinct().count() == tags.length;
        return refuse(!usable, "setup.languages", value);
    }

    private static Optional<Fault> skills(String value) {
        try {
            boolean usable = SetUpField.skills(value).entrySet().stream()
                    .allMatch(e -> SKILL.matcher(e.getKey()).matches() && e.getValue() >= 1 && e.getValue() <= 5);
            return refuse(!usable, "setup.skills", value);
        } catch (IllegalArgumentException unreadable) {
            return refuse(true, "setup.skills", String.valueOf(unreadable.getMessage()));
        }
    }

    private static Optional<Fault> names(String value) {
        try {
            Map<String, String> words = SetUpField.words(value);
            boolean usable = !words.isEmpty()
                    && words.entrySet().stream()
                            .allMatch(e -> LANGUAGE.matcher(e.getKey()).matches()
                                    && !e.getValue().isEmpty()
                                    && e.getValue().length() <= LONGEST);
            return refuse(!usable, "setup.names", value);
        } catch (IllegalArgumentException unreadable) {
            return refuse(true, "setup.names", String.valueOf(unreadable.getMessage()));
        }
    }

    private static boolean isCategory(String value) {
        return Arrays.stream(DispositionView.Category.values())
                .anyMatch(category -> category.name().equals(value));
    }

    private static Optional<Fault> refuse(boolean bad, String key, Object... arguments) {
        return bad ? Optional.of(new Fault(key, List.of(arguments))) : Optional.empty();
    }
}
