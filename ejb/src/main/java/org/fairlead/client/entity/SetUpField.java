package org.fairlead.client.entity;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fairlead.shared.Json;

/**
 * A column that can be edited: how it is kept, and how a person writes it.
 *
 * @param column its name in the table, and the field's name on pages
 */
public record SetUpField(String column, Kind kind) {

    /** What a field holds. */
    public enum Kind {
        TEXT("text"),
        NUMBER("integer"),
        FLAG("boolean"),
        ID("uuid"),
        /** Written {@code it, en}. */
        LANGUAGES("jsonb"),
        /** Written {@code lang:it 2, billing 1}. */
        SKILLS("jsonb"),
        /** Written one language a line: {@code it: Reclamo}. */
        WORDS("jsonb");

        private final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    private static final TypeReference<Map<String, Integer>> LEVELS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};

    /** The column as text. */
    public String read() {
        return kind == Kind.LANGUAGES ? "array_to_string(" + column + ", ', ')" : column + "::text";
    }

    /** The text as the column: one parameter. */
    public String write() {
        return column + " = " + value();
    }

    public String value() {
        return kind == Kind.LANGUAGES ? "string_to_array(?, ', ')" : "?::" + kind.type;
    }

    /** What is kept, as a person writes it. */
    public String shown(String kept) {
        return switch (kind) {
            case SKILLS -> new TreeMap<>(Json.read(kept, LEVELS))
                    .entrySet().stream()
                            .map(skill -> skill.getKey() + " " + skill.getValue())
                            .collect(Collectors.joining(", "));
            case WORDS -> new TreeMap<>(Json.read(kept, NAMES))
                    .entrySet().stream()
                            .map(word -> word.getKey() + ": " + word.getValue())
                            .collect(Collectors.joining("\n"));
            default -> kept;
        };
    }

    /** What a person wrote, as it is kept; {@link SetUpPolicy} has checked it. */
    public String kept(String written) {
        return switch (kind) {
            case SKILLS -> Json.write(skills(written));
            case WORDS -> Json.write(words(written));
            case LANGUAGES -> String.join(", ", languages(written));
            case TEXT -> written.strip();
            default -> written.strip();
        };
    }

    /** @throws IllegalArgumentException when it is not written so */
    static Map<String, Integer> skills(String written) {
        Map<String, Integer> skills = new TreeMap<>();
        for (String one : written.split("[,\n]")) {
            String[] halves = one.strip().split("\\s+");
            if (one.isBlank()) {
                continue;
            }
            if (halves.length != 2
                    || !halves[1].matches("[0-9]{1,2}")
                    || skills.put(halves[0], Integer.valueOf(halves[1])) != null) {
                throw new IllegalArgumentException(one.strip());
            }
        }
        return skills;
    }

    /** @throws IllegalArgumentException when it is not written so */
    static Map<String, String> words(String written) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String line : written.split("\n")) {
            int colon = line.indexOf(':');
            if (line.isBlank()) {
                continue;
            }
            if (colon < 1
                    || words.put(
                                    line.substring(0, colon).strip(),
                                    line.substring(colon + 1).strip())
                            != null) {
                throw new IllegalArgumentException(line.strip());
            }
        }
        return words;
    }

    static String[] languages(String written) {
        return Arrays.stream(written.split("[,\\s]+"))
                .filter(tag -> !tag.isBlank())
                .toArray(String[]::new);
    }
}
