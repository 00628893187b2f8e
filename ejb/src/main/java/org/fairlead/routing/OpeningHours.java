package org.fairlead.routing;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.TreeSet;
import org.fairlead.shared.Holidays;

/**
 * When a queue takes callers, by its own clock.
 *
 * @param zone in which the times are meant, such as {@code Europe/Rome}
 * @param holidays whose public holidays are kept: a country ({@code IT}) or a part of one; empty for none
 * @param week a day that is not named is closed
 */
public record OpeningHours(String zone, String holidays, List<Window> week) {

    /** Nothing changes for longer than that without being looked at. */
    private static final int DAYS_AHEAD = 14;

    /** Whether callers are let in. */
    public enum State {
        OPEN,
        CLOSED,
        HOLIDAY
    }

    /** @param to when it closes; midnight is the end of the day */
    public record Window(DayOfWeek day, LocalTime from, LocalTime to) {

        boolean covers(LocalTime time) {
            return !time.isBefore(from) && (endsWithTheDay() || time.isBefore(to));
        }

        boolean endsWithTheDay() {
            return to.equals(LocalTime.MIDNIGHT);
        }
    }

    public OpeningHours {
        // what was never set is stored as nothing
        zone = zone == null ? "" : zone;
        holidays = holidays == null ? "" : holidays;
        week = week == null ? List.of() : List.copyOf(week);
    }

    /** Whether it can be kept: a zone that there is, and windows that end after they begin. */
    public boolean sound() {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            return false;
        }
        return !week.isEmpty()
                && week.stream()
                        .allMatch(each -> each.endsWithTheDay() || each.from().isBefore(each.to()));
    }

    /** @param days which know {@link #holidays} */
    public State at(Instant now, Holidays days) {
        LocalDateTime local = LocalDateTime.ofInstant(now, ZoneId.of(zone));
        LocalDate day = local.toLocalDate();
        Holidays.Kind kind = holidays.isEmpty() ? Holidays.Kind.NONE : days.kind(holidays, day);
        boolean free = kind == Holidays.Kind.WHOLE
                || (kind == Holidays.Kind.AFTERNOON && !local.toLocalTime().isBefore(Holidays.HALF));
        if (free) {
            return State.HOLIDAY;
        }
        boolean open =
                week.stream().anyMatch(each -> each.day() == day.getDayOfWeek() && each.covers(local.toLocalTime()));
        return open ? State.OPEN : State.CLOSED;
    }

    /** When it may be otherwise: nothing changes before. */
    public Instant until(Instant now, Holidays days) {
        State present = at(now, days);
        ZonedDateTime local = now.atZone(ZoneId.of(zone));
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            LocalDate day = local.toLocalDate().plusDays(ahead);
            TreeSet<LocalTime> turns = new TreeSet<>(List.of(LocalTime.MIDNIGHT, Holidays.HALF));
            for (Window each : week) {
                if (each.day() == day.getDayOfWeek()) {
                    turns.add(each.from());
                    turns.add(each.to());
                }
            }
            for (LocalTime turn : turns) {
                Instant then = day.atTime(turn).atZone(local.getZone()).toInstant();
                if (then.isAfter(now) && at(then, days) != present) {
                    return then;
                }
            }
        }
        return local.plusDays(DAYS_AHEAD).toInstant();
    }
}
