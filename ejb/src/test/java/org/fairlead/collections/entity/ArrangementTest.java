package org.fairlead.collections.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fairlead.collections.entity.Arrangement.Line;
import org.fairlead.collections.entity.Arrangement.State;
import org.fairlead.collections.entity.PaymentPromise.Paid;
import org.fairlead.collections.entity.PlanAuthority.Limit;
import org.fairlead.shared.Money;
import org.junit.jupiter.api.Test;

class ArrangementTest {

    private static final LocalDate MADE = LocalDate.of(2026, 3, 2);
    private static final BigDecimal ALL = BigDecimal.ONE;

    @Test
    void anInstalmentThatIsMissedBreaksThePlanOnlyAfterItsGraceDay() {
        Arrangement plan = plan(3, 100_00, 2, ALL);

        assertThat(plan.state(List.of(), MADE.plusMonths(1).plusDays(2))).isEqualTo(State.STANDING);
        assertThat(plan.state(List.of(), MADE.plusMonths(1).plusDays(3))).isEqualTo(State.DEFAULTED);
        assertThat(plan.next(List.of())).contains(new Line(MADE.plusMonths(1), euro(100_00)));
    }

    @Test
    void moneyOfTheDayThatIsPostedLateHealsWhatSeemedBroken() {
        Arrangement plan = plan(3, 100_00, 2, ALL);
        Paid inTime = new Paid(MADE.plusMonths(1).plusDays(2), euro(100_00));
        Paid tooLate = new Paid(MADE.plusMonths(1).plusDays(3), euro(100_00));

        assertThat(plan.state(List.of(inTime), MADE.plusMonths(1).plusDays(9))).isEqualTo(State.STANDING);
        assertThat(plan.state(List.of(tooLate), MADE.plusMonths(1).plusDays(9))).isEqualTo(State.DEFAULTED);
    }

    @Test
    void whatIsPaidAheadCoversTheNextInstalments() {
        Arrangement plan = plan(3, 100_00, 0, ALL);
        List<Paid> paid = List.of(new Paid(MADE, euro(250_00)));

        assertThat(plan.state(paid, MADE.plusMonths(2).plusDays(1))).isEqualTo(State.STANDING);
        assertThat(plan.next(paid)).contains(new Line(MADE.plusMonths(3), euro(100_00)));
        assertThat(plan.state(paid, MADE.plusMonths(3).plusDays(1))).isEqualTo(State.DEFAULTED);
    }

    @Test
    void toleranceIsForInstalmentsAndNeverForTheWhole() {
        Arrangement plan = plan(2, 100_00, 0, new BigDecimal("0.95"));
        List<Paid> first = List.of(new Paid(MADE, euro(95_00)));
        List<Paid> nearlyAll = List.of(new Paid(MADE, euro(195_00)));

        assertThat(plan.state(first, MADE.plusMonths(1).plusDays(1))).isEqualTo(State.STANDING);
        assertThat(plan.state(nearlyAll, MADE.plusMonths(2).plusDays(1))).isEqualTo(State.DEFAULTED);
    }

    @Property(tries = 300)
    void itIsDoneExactlyWhenEveryLineWasCoveredInTime(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int count, @ForAll @IntRange(max = 10) int grace) {
        Arrangement plan = plan(count, 100_00, grace, ALL);
        List<Paid> payments = payments(seed, count);
        LocalDate afterAll = plan.lastDay().plusDays(1);
        boolean covered = true;
        for (int i = 0; i < count; i++) {
            LocalDate last = plan.lines().get(i).due().plusDays(grace);
            long paid = payments.stream()
                    .filter(one -> !one.valueDate().isAfter(last))
                    .mapToLong(one -> one.amount().minor())
                    .sum();
            covered &= paid >= (i + 1) * 100_00L;
        }

        assertThat(plan.state(payments, afterAll)).isEqualTo(covered ? State.DONE : State.DEFAULTED);
    }

    @Property(tries = 300)
    void moreMoneyNeverMakesItWorseAndTheOrderOfPaymentsSaysNothing(
            @ForAll long seed, @ForAll @IntRange(max = 400) int day) {
        Arrangement plan = plan(6, 100_00, 3, new BigDecimal("0.9"));
        List<Paid> payments = payments(seed, 6);
        List<Paid> more = new ArrayList<>(payments);
        more.add(0, new Paid(MADE.plusDays(new Random(seed).nextInt(200)), euro(50_00)));
        List<Paid> turned = new ArrayList<>(payments);
        java.util.Collections.reverse(turned);
        LocalDate today = MADE.plusDays(day);

        State before = plan.state(payments, today);
        State after = plan.state(more, today);

        assertThat(plan.state(turned, today)).isEqualTo(before);
        assertThat(rank(after)).isGreaterThanOrEqualTo(rank(before));
    }

    @Property(tries = 200)
    void onceBrokenItStaysBrokenUnlessMoneyComes(@ForAll long seed, @ForAll @IntRange(max = 400) int day) {
        Arrangement plan = plan(6, 100_00, 3, ALL);
        List<Paid> payments = payments(seed, 6);
        LocalDate today = MADE.plusDays(day);

        if (plan.state(payments, today) == State.DEFAULTED) {
            assertThat(plan.state(payments, today.plusDays(30))).isEqualTo(State.DEFAULTED);
        }
    }

    @Test
    void anAgentMayAgreeToAsManyInstalmentsAsTheClientSaid() {
        PlanAuthority authority = new PlanAuthority(
                List.of(new Limit("agent", 6, euro(50_00)), new Limit("supervisor", 12, euro(10_00))));

        assertThat(authority.mayAgree("agent", schedule(600_00, 6))).isTrue();
        assertThat(authority.mayAgree("agent", schedule(600_00, 7))).isFalse();
        assertThat(authority.mayAgree("agent", schedule(240_00, 6))).isFalse();
        assertThat(authority.mayAgree("supervisor", schedule(240_00, 12))).isTrue();
        assertThat(authority.mayAgree("bpo-admin", schedule(240_00, 2))).isFalse();
        assertThat(authority.mayAgree("bpo-admin", schedule(240_00, 1))).isTrue();
    }

    private static int rank(State state) {
        return switch (state) {
            case DEFAULTED -> 0;
            case STANDING -> 1;
            case DONE -> 2;
        };
    }

    private static List<Paid> payments(long seed, int count) {
        Random random = new Random(seed);
        List<Paid> payments = new ArrayList<>();
        for (int i = 0; i < count + random.nextInt(3); i++) {
            int month = 1 + i % count;
            LocalDate day = MADE.plusMonths(month).plusDays(random.nextInt(10) - 6L);
            payments.add(new Paid(day, euro(random.nextInt(10) == 0 ? 60_00 : 100_00)));
        }
        return payments;
    }

    private static PlanSchedule schedule(long minor, int count) {
        return PlanSchedule.equal(euro(minor), BigDecimal.ZERO, count, MADE, Period.ofMonths(1));
    }

    private static Arrangement plan(int count, long each, int grace, BigDecimal tolerance) {
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            lines.add(new Line(MADE.plusMonths(i), euro(each)));
        }
        return new Arrangement(MADE, lines, grace, tolerance);
    }

    private static Money euro(long minor) {
        return new Money(minor, "EUR");
    }
}
