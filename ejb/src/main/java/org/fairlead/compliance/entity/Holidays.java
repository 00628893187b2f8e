package org.fairlead.compliance.entity;

import java.time.LocalDate;

/** Public holidays, as a rule's jurisdiction keeps them. */
@FunctionalInterface
public interface Holidays {

    /** Knows no holidays: for rules that do not ask. */
    Holidays NONE = (jurisdiction, day) -> false;

    /** @param jurisdiction a country ({@code IT}) or a part of one ({@code US-AL}) */
    boolean isHoliday(String jurisdiction, LocalDate day);
}
