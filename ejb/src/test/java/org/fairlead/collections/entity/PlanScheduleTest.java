package org.fairlead.collections.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.fairlead.collections.entity.PlanSchedule.Instalment;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.Test;

class PlanScheduleTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 31);
    private static final Period MONTH = Period.ofMonths(1);

    @Test
    void aThousandOverSevenWithoutInterestIsSixEqualOnesAndTheResidue() {
        PlanSchedule plan = PlanSchedule.equal(new Money(1_000_00, "EUR"), BigDecimal.ZERO, 7, FIRST, MONTH);

        assertThat(plan.instalments().subList(0, 6))
                .allSatisfy(line -> assertThat(line.amount()).isEqualTo(new Money(142_85, "EUR")));
        assertThat(plan.instalments().get(6).amount()).isEqualTo(new Money(142_90, "EUR"));
    }

    @Test
    void aYearAtOnePerCentAMonthIsTheKnownAnnuity() {
        PlanSchedule plan = PlanSchedule.equal(new Money(1_000_00, "EUR"), new BigDecimal("0.01"), 12, FIRST, MONTH);

        // 1000 x 0.01 / (1 - 1.01^-12) = 88.8487...
        assertThat(plan.instalments().get(0).amount()).isEqualTo(new Money(88_84, "EUR"));
        assertThat(plan.instalments().get(0).interest()).isEqualTo(new Money(10_00, "EUR"));
    }

    @Test
    void dueDaysKeepTheEndOfTheMonth() {
        PlanSchedule plan = PlanSchedule.equal(new Money(300_00, "EUR"), BigDecimal.ZERO, 3, FIRST, MONTH);

        assertThat(plan.instalments())
                .extracting(Instalment::due)
                .containsExactly(FIRST, LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 31));
    }

    @Property(tries = 500)
    void thePrincipalPartsAreThePrincipalToTheCentAndTheLastTakesTheResidue(
            @ForAll @LongRange(min = 100_00, max = 50_000_00) long minor,
            @ForAll @IntRange(min = 1, max = 60) int count,
            @ForAll @IntRange(max = 300) int basisPoints) {
        Money principal = new Money(minor, "EUR");

        PlanSchedule plan = PlanSchedule.equal(principal, BigDecimal.valueOf(basisPoints, 4), count, FIRST, MONTH);

        List<Instalment> lines = plan.instalments();
        assertThat(lines).hasSize(count);
        assertThat(lines.stream().map(Instalment::principal).reduce(Money::plus))
                .contains(principal);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.amount()).isEqualTo(line.interest().plus(line.principal()));
            assertThat(line.principal().isPositive()).isTrue();
        });
        assertThat(lines.subList(0, count - 1))
                .extracting(Instalment::amount)
                .allMatch(lines.get(0).amount()::equals);
        // each line, and each line's interest, may be short of the exact one by less than a cent, which runs on
        double rate = basisPoints / 10_000.0;
        double most = rate == 0 ? count : (Math.pow(1 + rate, count) - 1) / rate;
        long residue =
                lines.get(count - 1).amount().minus(lines.get(0).amount()).minor();
        assertThat((double) residue).isBetween(rate == 0 ? 0 : -most, most);
    }

    @Property(tries = 100)
    void aPlanThatPaysNothingOffIsRefused(
            @ForAll @IntRange(min = 2, max = 120) int count, @ForAll @LongRange(min = 1, max = 119) long minor) {
        Assume.that(minor < count);

        assertThatThrownBy(() -> PlanSchedule.equal(new Money(minor, "EUR"), BigDecimal.ZERO, count, FIRST, MONTH))
                .isInstanceOf(Refused.class)
                .hasMessage("plan.too-small");
    }
}
