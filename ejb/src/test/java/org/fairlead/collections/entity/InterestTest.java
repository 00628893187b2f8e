package org.fairlead.collections.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.fairlead.collections.entity.Interest.Accrual;
import org.fairlead.collections.entity.Interest.Span;
import org.fairlead.collections.entity.Interest.Stretch;
import org.fairlead.shared.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterestTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final BigDecimal NINE = new BigDecimal("0.09");

    @ParameterizedTest
    @CsvSource({
        "ACT_365F, 2026-01-01, 2027-01-01, 365, 90.00",
        "ACT_365F, 2028-01-01, 2029-01-01, 366, 90.25",
        "ACT_360, 2026-01-01, 2027-01-01, 365, 91.25",
        "THIRTY_360, 2026-01-01, 2027-01-01, 360, 90.00",
        "THIRTY_360, 2026-01-31, 2026-02-28, 28, 7.00",
        "THIRTY_360, 2026-01-30, 2026-03-31, 60, 15.00",
        "THIRTY_360, 2026-02-28, 2026-03-31, 33, 8.25"
    })
    void daysAreCountedAsTheBasisSays(DayCount count, LocalDate from, LocalDate until, long days, BigDecimal due) {
        Accrual accrual = Interest.over(stretch(1_000_00, from, until), NINE, count, List.of());

        assertThat(count.days(from, until)).isEqualTo(days);
        assertThat(accrual.rounded().amount()).isEqualByComparingTo(due);
    }

    @Property(tries = 300)
    void actualDaysAreAdditiveOverSplitPeriodsBeforeRounding(
            @ForAll @LongRange(min = 1, max = 10_000_000) long minor,
            @ForAll @IntRange(max = 900) int first,
            @ForAll @IntRange(max = 900) int second,
            @ForAll boolean act360) {
        DayCount count = act360 ? DayCount.ACT_360 : DayCount.ACT_365F;
        LocalDate middle = START.plusDays(first);
        LocalDate end = middle.plusDays(second);

        Accrual whole = Interest.over(stretch(minor, START, end), NINE, count, List.of());
        Accrual parts = Interest.over(stretch(minor, START, middle), NINE, count, List.of())
                .plus(Interest.over(stretch(minor, middle, end), NINE, count, List.of()));

        assertThat(parts.numerator()).isEqualByComparingTo(whole.numerator());
    }

    @Property(tries = 200)
    void nightlyBookingsAddUpToTheWholeToTheCent(
            @ForAll @LongRange(min = 1, max = 10_000_000) long minor,
            @ForAll @IntRange(min = 1, max = 400) int nights) {
        Money booked = Money.zero("EUR");

        for (int night = 1; night <= nights; night++) {
            Stretch soFar = stretch(minor, START, START.plusDays(night));
            booked = booked.plus(Interest.toBook(Interest.over(soFar, NINE, DayCount.ACT_365F, List.of()), booked));
        }

        Stretch whole = stretch(minor, START, START.plusDays(nights));
        assertThat(booked)
                .isEqualTo(
                        Interest.over(whole, NINE, DayCount.ACT_365F, List.of()).rounded());
    }

    @Property(tries = 300)
    void nothingRunsUpWhileAnInterestHoldStands(
            @ForAll @IntRange(max = 300) int from,
            @ForAll @IntRange(max = 300) int days,
            @ForAll @IntRange(max = 300) int from2,
            @ForAll @IntRange(max = 300) int days2) {
        LocalDate end = START.plusDays(400);
        List<Span> held = List.of(held(from, days), held(from2, days2));

        Accrual accrual = Interest.over(stretch(1_000_00, START, end), NINE, DayCount.ACT_365F, held);

        long running = START.datesUntil(end)
                .filter(day -> held.stream().noneMatch(hold -> hold.covers(day)))
                .count();
        assertThat(accrual.numerator())
                .isEqualByComparingTo(new BigDecimal("90").multiply(BigDecimal.valueOf(running)));
    }

    @Test
    void aDebtThatWasBookedTooHighIsNotChargedBelowZero() {
        Accrual none = Interest.over(stretch(1_000_00, START, START), NINE, DayCount.ACT_365F, List.of());

        assertThat(Interest.toBook(none, new Money(5_00, "EUR")).isZero()).isTrue();
    }

    private static Span held(int from, int days) {
        return new Span(START.plusDays(from), START.plusDays(from + days));
    }

    private static Stretch stretch(long minor, LocalDate from, LocalDate until) {
        return new Stretch(new Span(from, until), new Money(minor, "EUR"));
    }
}
