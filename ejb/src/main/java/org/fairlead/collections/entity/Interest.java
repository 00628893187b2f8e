package org.fairlead.collections.entity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.fairlead.shared.Money;

/**
 * Simple interest: principal x rate x days / basis. It is worked out without rounding over the whole time since it began
 * to run, and what was booked before is taken off: so nightly bookings never drift from the sum for the year.
 */
public final class Interest {

    private Interest() {}

    /** @param until not counted itself */
    public record Span(LocalDate from, LocalDate until) {

        /** @throws IllegalArgumentException when it ends before it begins */
        public Span {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("ends before it begins: " + from + " to " + until);
            }
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    /** @param principal owed over the whole span, by the value dates of what was posted */
    public record Stretch(Span span, Money principal) {}

    /**
     * What ran up over the stretches, exact: {@code numerator / basis} major units.
     *
     * @param numerator principal x rate x days
     */
    public record Accrual(BigDecimal numerator, int basis, String currency) {

        public Accrual plus(Accrual other) {
            if (basis != other.basis || !currency.equals(other.currency)) {
                throw new IllegalArgumentException("two bases or currencies: " + this + " and " + other);
            }
            return new Accrual(numerator.add(other.numerator), basis, currency);
        }

        /** To the minor unit, half up: the debtor's statement rounds once. */
        public Money rounded() {
            BigDecimal amount = numerator.divide(BigDecimal.valueOf(basis), MathContext.DECIMAL128);
            return Money.rounded(amount, currency, RoundingMode.HALF_UP);
        }
    }

    /**
     * @param yearlyRate 0.05 for five per cent
     * @param held spans over which an interest hold stands: nothing runs up in them
     */
    public static Accrual over(Stretch stretch, BigDecimal yearlyRate, DayCount count, List<Span> held) {
        BigDecimal principal = stretch.principal().amount();
        long days = runningDays(stretch.span(), count, held);
        return new Accrual(
                principal.multiply(yearlyRate).multiply(BigDecimal.valueOf(days)),
                count.basis(),
                stretch.principal().currency());
    }

    /** What is to be booked now, given all that ran up since the beginning and what was booked of it; may be zero. */
    public static Money toBook(Accrual sinceBeginning, Money booked) {
        return sinceBeginning.rounded().minus(booked).max(Money.zero(booked.currency()));
    }

    private static long runningDays(Span span, DayCount count, List<Span> held) {
        TreeSet<LocalDate> turns = new TreeSet<>(List.of(span.from(), span.until()));
        for (Span hold : held) {
            for (LocalDate day : List.of(hold.from(), hold.until())) {
                if (span.covers(day)) {
                    turns.add(day);
                }
            }
        }
        long days = 0;
        LocalDate from = turns.first();
        for (LocalDate until : turns.tailSet(from, false)) {
            LocalDate start = from;
            if (held.stream().noneMatch(hold -> hold.covers(start))) {
                days += count.days(start, until);
            }
            from = until;
        }
        return days;
    }
}
