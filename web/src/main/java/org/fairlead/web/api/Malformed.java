package org.fairlead.web.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fairlead.shared.Json;
import org.jspecify.annotations.Nullable;

/** A request that cannot be understood: 400, with what to mend. */
final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Map<Class<?>, String> KINDS = Map.of(
            String.class, "a text",
            Boolean.class, "true or false",
            Integer.class, "a whole number",
            Long.class, "a whole number",
            Instant.class, "a moment such as 2026-11-21T09:30:00Z",
            LocalDate.class, "a day such as 2026-11-21",
            List.class, "a list",
            Map.class, "an object");

    Malformed(String what) {
        super(what);
    }

    /** Reads a body; nothing at all is an empty object. */
    static <T> T read(String body, Class<T> type) {
        try {
            return Json.read(body.isBlank() ? "{}" : body, type);
        } catch (IllegalArgumentException e) {
            throw new Malformed(what(e.getCause()));
        }
    }

    static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new Malformed("the field \"" + field + "\" is missing");
        }
        return value;
    }

    /** In the words of the request; those of the reader name what this program is made of. */
    private static String what(@Nullable Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            Collection<Object> known = Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.of());
            return "the field \"" + path(unknown) + "\" is not known; known are: "
                    + known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
        }
        if (cause instanceof JsonMappingException wrong) {
            if (wrong.getPath().isEmpty()) {
                return "the body is not an object of the expected fields";
            }
            Class<?> asked = wrong instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
            return "the field \"" + path(wrong) + "\" is " + kind(asked);
        }
        JsonLocation at = cause instanceof JsonProcessingException unread ? unread.getLocation() : null;
        return at == null
                ? "the body is not JSON"
                : "the body is not JSON, at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String path(JsonMappingException wrong) {
        StringBuilder path = new StringBuilder();
        for (Reference step : wrong.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String kind(@Nullable Class<?> asked) {
        if (asked == null) {
            return "not what is expected there";
        }
        if (asked.isEnum()) {
            return Arrays.stream(asked.getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "one of: ", ""));
        }
        return KINDS.getOrDefault(asked, "not what is expected there");
    }
}
