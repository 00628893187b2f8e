package org.fairlead.web.api;

import org.fairlead.shared.Json;

/** A request that cannot be understood: 400, with what to mend. */
final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Malformed(String what) {
        super(what);
    }

    /** Reads a body; nothing at all is an empty object. */
    static <T> T read(String body, Class<T> type) {
        try {
            return Json.read(body.isBlank() ? "{}" : body, type);
        } catch (IllegalArgumentException e) {
            throw new Malformed(String.valueOf(e.getMessage()));
        }
    }

    static <T> T required(@org.jspecify.annotations.Nullable T value, String field) {
        if (value == null) {
            throw new Malformed("the field \"" + field + "\" is missing");
        }
        return value;
    }
}
