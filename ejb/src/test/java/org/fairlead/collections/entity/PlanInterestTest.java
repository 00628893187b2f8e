package org.fairlead.collections.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.fairlead.collections.entity.Interest.Span;
import org.fairlead.shared.Money;
import org.junit.jupiter.api.Test;

class PlanInterestTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final Span MONTH = new Span(FIRST, FIRST.plusDays(30));

    @Test
    void withoutAHoldAllOfItIsDue() {
        assertThat(PlanInterest.due(lira(10_00), MONTH, List.of())).isEqualTo(lira(10_00));
    }

    @Test
    void daysUnderAHoldAreFree() {
        assertThat(PlanInterest.due(lira(10_00), MONTH, List.of(days(10, 20)))).isEqualTo(lira(6_66));
        assertThat(PlanInterest.due(lira(10_00), MONTH, List.of(days(10, 20), days(15, 25))))
                .isEqualTo(lira(5_00));
        assertThat(PlanInterest.due(lira(10_00), MONTH, List.of(days(40, 50)))).isEqualTo(lira(10_00));
        assertThat(PlanInterest.due(lira(10_00), MONTH, List.of(new Span(FIRST.minusDays(9), LocalDate.MAX))))
                .isEqualTo(lira(0));
    }

    @Property(tries = 200)
    void moreHoldsNeverMakeMoreDue(
            @ForAll @LongRange(min = 1, max = 1_000_000) long interest,
            @ForAll @IntRange(min = 0, max = 35) int from,
            @ForAll @IntRange(min = 0, max = 35) int length,
            @ForAll @IntRange(min = 0, max = 35) int other) {
        Money one = PlanInterest.due(lira(interest), MONTH, List.of(days(from, from + length)));
        Money both =
                PlanInterest.due(lira(interest), MONTH, List.of(days(from, from + length), days(other, other + 3)));

        assertThat(both).isLessThanOrEqualTo(one);
        assertThat(one).isLessThanOrEqualTo(lira(interest));
        assertThat(both.isNegative()).isFalse();
    }

    private static Span days(int from, int until) {
        return new Span(FIRST.plusDays(from), FIRST.plusDays(until));
    }

    private static Money lira(long minor) {
        return new Money(minor, "TRY");
    }
}
