package org.fairlead.collections.entity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How days are counted for interest (2006 ISDA Definitions, section 4.16). */
public enum DayCount {

    /** Actual days over 365, leap years too. */
    ACT_365F(365),

    /** Actual days over 360. */
    ACT_360(360),

    /** Twelve months of thirty days ("bond basis", section 4.16 (f)). */
    THIRTY_360(360);

    private final int basis;

    DayCount(int basis) {
        this.basis = basis;
    }

    /** Days of a year. */
    public int basis() {
        return basis;
    }

    /** @param until not counted itself */
    public long days(LocalDate from, LocalDate until) {
        if (this != THIRTY_360) {
            return ChronoUnit.DAYS.between(from, until);
        }
        int first = Math.min(from.getDayOfMonth(), 30);
        int last = until.getDayOfMonth() == 31 && first == 30 ? 30 : until.getDayOfMonth();
        return 360L * (until.getYear() - from.getYear())
                + 30L * (until.getMonthValue() - from.getMonthValue())
                + (last - first);
    }
}
