package org.fairlead.web.tables;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.jspecify.annotations.Nullable;

/** Ids and dates out of a page's address. Addresses come from outside: what is malformed is as absent as what is not ours to see. */
public final class Address {

    private Address() {}

    public static UUID uuid(@Nullable String text) {
        try {
            return UUID.fromString(String.valueOf(text));
        } catch (IllegalArgumentException e) {
            throw absent(text, e);
        }
    }

    public static ClientId client(@Nullable String text) {
        try {
            return new ClientId(Integer.parseInt(String.valueOf(text)));
        } catch (IllegalArgumentException e) {
            throw absent(text, e);
        }
    }

    public static LocalDate date(@Nullable String text) {
        try {
            return LocalDate.parse(String.valueOf(text));
        } catch (DateTimeException e) {
            throw absent(text, e);
        }
    }

    public static Instant instant(@Nullable String text) {
        try {
            return Instant.parse(String.valueOf(text));
        } catch (DateTimeException e) {
            throw absent(text, e);
        }
    }

    private static NotFound absent(@Nullable String text, Exception why) {
        var absent = new NotFound("nothing is called " + text);
        absent.initCause(why);
        return absent;
    }
}
