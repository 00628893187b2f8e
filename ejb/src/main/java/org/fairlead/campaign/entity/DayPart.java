package org.fairlead.campaign.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The parts of a day in which people live differently: who is out in the morning may be in at night. */
enum DayPart {
    MORNING,
    AFTERNOON,
    EVENING;

    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime AFTER_WORK = LocalTime.of(17, 0);

    static DayPart of(LocalTime time) {
        if (time.isBefore(NOON)) {
            return MORNING;
        }
        return time.isBefore(AFTER_WORK) ? AFTERNOON : EVENING;
    }

    /**
     * Moves a next try out of the part of the day in which the last one failed.
     *
     * @param morning when the campaign's day begins
     */
    static Instant other(Instant next, Instant failed, ZoneId zone, LocalTime morning) {
        ZonedDateTime local = next.atZone(zone);
        DayPart then = of(local.toLocalTime());
        if (then != of(failed.atZone(zone).toLocalTime())) {
            return next;
        }
        LocalDate day = local.toLocalDate();
        return switch (then) {
            case MORNING -> day.atTime(NOON).atZone(zone).toInstant();
            case AFTERNOON -> day.atTime(AFTER_WORK).atZone(zone).toInstant();
            case EVENING -> day.plusDays(1)
                    .atTime(morning.isBefore(NOON) ? morning : NOON)
                    .atZone(zone)
                    .toInstant();
        };
    }
}
