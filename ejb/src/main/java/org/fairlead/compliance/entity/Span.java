package org.fairlead.compliance.entity;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.UnaryOperator;
import org.fairlead.shared.Holidays;
import org.fairlead.shared.Holidays.Kind;
import org.jspecify.annotations.Nullable;

/**
 * How long something that happened goes on to count. Both the windows of caps and the waits of cooling-off rules are
 * read that way round: an event has an instant from which on it does not count any more.
 */
public sealed interface Span {

    /** From this instant on the event does not count any more; null for never. */
    @Nullable
    Instant end(Instant event, List<ZoneId> zones);

    /** As verdicts name it. */
    String code();

    /** So long after the event, to the instant: {@code PT168H}. */
    record Rolling(Duration length) implements Span {
        @Override
        public Instant end(Instant event, List<ZoneId> zones) {
            return event.plus(length);
        }

        @Override
        public String code() {
            return length.toString();
        }
    }

    /** The person's own calendar; where zones differ, the latest end. */
    enum Calendar implements Span {
        DAY {
            @Override
            LocalDate next(LocalDate day) {
                return day.plusDays(1);
            }
        },
        /** From Monday. */
        WEEK {
            @Override
            LocalDate next(LocalDate day) {
                return day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            }
        },
        MONTH {
            @Override
            LocalDate next(LocalDate day) {
                return day.with(TemporalAdjusters.firstDayOfNextMonth());
            }
        };

        abstract LocalDate next(LocalDate day);

        @Override
        public Instant end(Instant event, List<ZoneId> zones) {
            return latest(event, zones, this::next);
        }

        @Override
        public String code() {
            return name();
        }
    }

    /** So many calendar days, the event's own being the first. */
    record DaysFromTheEvents(int days) implements Span {
        @Override
        public Instant end(Instant event, List<ZoneId> zones) {
            return latest(event, zones, day -> day.plusDays(days));
        }

        @Override
        public String code() {
            return "DAYS-" + days;
        }
    }

    /** Years and months, as calendars have them. */
    record Calendric(Period length) implements Span {
        @Override
        public Instant end(Instant event, List<ZoneId> zones) {
            return latest(event, zones, day -> day.plus(length).plusDays(1));
        }

        @Override
        public String code() {
            return length.toString();
        }
    }

    /** So many whole working days after the event's own day. */
    record BusinessDays(int days, String jurisdiction, Holidays holidays) implements Span {
        @Override
        public Instant end(Instant event, List<ZoneId> zones) {
            return latest(event, zones, this::after);
        }

        private LocalDate after(LocalDate day) {
            LocalDate last = day;
            int counted = 0;
            while (counted < days) {
                last = last.plusDays(1);
                counted += works(last) ? 1 : 0;
            }
            return last.plusDays(1);
        }

        private boolean works(LocalDate day) {
            return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                    && holidays.kind(jurisdiction, day) != Kind.WHOLE;
        }

        @Override
        public String code() {
            return "BUSINESS-DAYS-" + days;
        }
    }

    /** For ever. */
    record Lifetime() implements Span {
        @Override
        public @Nullable Instant end(Instant event, List<ZoneId> zones) {
            return null;
        }

        @Override
        public String code() {
            return "LIFETIME";
        }
    }

    /** For a text that can be read in two ways: both hold. */
    record Strictest(Rolling rolling, Calendar calendar) implements Span {
        @Override
        public Instant end(Instant event, List<ZoneId> zones) {
            Instant one = rolling.end(event, zones);
            Instant other = calendar.end(event, zones);
            return one.isAfter(other) ? one : other;
        }

        @Override
        public String code() {
            return calendar.code() + "+" + rolling.code();
        }
    }

    /** Where the person may be, the place whose day ends last. */
    private static Instant latest(Instant event, List<ZoneId> zones, UnaryOperator<LocalDate> end) {
        return zones.stream()
                .map(zone -> end.apply(event.atZone(zone).toLocalDate())
                        .atStartOfDay(zone)
                        .toInstant())
                .max(Instant::compareTo)
                .orElse(event);
    }
}
