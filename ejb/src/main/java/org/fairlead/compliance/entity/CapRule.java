package org.fairlead.compliance.entity;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.Verdict.Count;
import org.fairlead.compliance.Verdict.Denial;

/**
 * At most so many attempts to one number in a window. An attempt whose outcome nobody knows counts; so does one whose
 * time, by another clock, is yet to come.
 */
public record CapRule(String id, String citation, int most, Window window) implements OutreachRule {

    public static final String KIND = "frequency_cap";

    /** The stretch of time in which attempts are counted. */
    public sealed interface Window {

        /** An attempt at this instant or later counts for one at {@code at}; where zones differ, the earliest start. */
        Instant start(OutreachFacts facts, Instant at);

        /** So long before the attempt, to the microsecond. */
        record Rolling(Duration length) implements Window {
            @Override
            public Instant start(OutreachFacts facts, Instant at) {
                return at.minus(length).plusNanos(1);
            }

            @Override
            public String toString() {
                return length.toString();
            }
        }

        /** The customer's calendar day, week (from Monday) or month. */
        record Calendar(Unit unit) implements Window {
            @Override
            public Instant start(OutreachFacts facts, Instant at) {
                return facts.zones().stream()
                        .map(zone -> start(zone, at))
                        .min(Instant::compareTo)
                        .orElse(Instant.MIN);
            }

            private Instant start(ZoneId zone, Instant at) {
                LocalDate day = at.atZone(zone).toLocalDate();
                LocalDate first =
                        switch (unit) {
                            case DAY -> day;
                            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                            case MONTH -> day.withDayOfMonth(1);
                        };
                return first.atStartOfDay(zone).toInstant();
            }

            @Override
            public String toString() {
                return "calendar " + unit;
            }
        }
    }

    /** Calendar windows. */
    public enum Unit {
        DAY,
        WEEK,
        MONTH
    }

    @Override
    public Optional<Denial> denial(OutreachFacts facts, Instant at) {
        int seen = seen(facts, at);
        return seen < most
                ? Optional.empty()
                : Optional.of(new Denial(id, KIND, citation, seen + " of " + most + " in " + window));
    }

    Count count(OutreachFacts facts, Instant at) {
        return new Count(id, seen(facts, at), most, window.toString());
    }

    /** The instants at which an attempt leaves a rolling window; calendar windows end with a day. */
    Stream<Instant> ends(OutreachFacts facts) {
        return window instanceof Window.Rolling rolling
                ? facts.attempts().stream().map(attempt -> attempt.plus(rolling.length()))
                : Stream.empty();
    }

    private int seen(OutreachFacts facts, Instant at) {
        Instant start = window.start(facts, at);
        return (int) facts.attempts().stream()
                .filter(attempt -> !attempt.isBefore(start))
                .count();
    }
}
