package org.fairlead.script;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something to be asked and written down.
 *
 * @param label by language
 * @param pattern regular expression that a text must match as a whole
 * @param min least number, or least length of a text
 * @param max greatest number, or greatest length of a text
 * @param choices of a field of type CHOICE
 */
public record ScriptField(
        String id,
        Type type,
        Map<String, String> label,
        boolean required,
        @Nullable String pattern,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        List<Choice> choices) {

    /** How a value is written: numbers with a point, dates as {@code 2026-11-21}, checks as {@code true}. */
    public enum Type {
        TEXT,
        NUMBER,
        DATE,
        CHOICE,
        CHECK
    }

    /** One of several answers; the label by language. */
    public record Choice(String value, Map<String, String> label) {

        public Choice {
            label = Map.copyOf(label);
        }
    }

    public ScriptField {
        label = Map.copyOf(label);
        choices = List.copyOf(choices);
    }
}
