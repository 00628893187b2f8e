package org.fairlead.shared;

import java.time.LocalDate;
import java.time.LocalTime;

/** Public holidays, as a rule's jurisdiction keeps them. */
@FunctionalInterface
public interface Holidays {

    /** Knows no holidays: for rules that do not ask. */
    Holidays NONE = (jurisdiction, day) -> Kind.NONE;

    /** When the free half of a half-day holiday begins. */
    LocalTime HALF = LocalTime.of(13, 0);

    /** How much of a day is a holiday. */
    enum Kind {
        NONE,
        /** From {@link #HALF} on. */
        AFTERNOON,
        WHOLE
    }

    /** @param jurisdiction a country ({@code IT}) or a part of one ({@code US-AL}) */
    Kind kind(String jurisdiction, LocalDate day);

    default boolean isHoliday(String jurisdiction, LocalDate day) {
        return kind(jurisdiction, day) == Kind.WHOLE;
    }
}
