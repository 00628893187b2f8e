package org.fairlead.collections.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.fairlead.collections.entity.PaymentPromise.Paid;
import org.fairlead.collections.entity.PaymentPromise.State;
import org.fairlead.shared.Money;
import org.junit.jupiter.api.Test;

class PaymentPromiseTest {

    private static final LocalDate MADE = LocalDate.of(2026, 5, 4);
    private static final LocalDate DUE = LocalDate.of(2026, 5, 15);
    private static final PaymentPromise PROMISE =
            new PaymentPromise(MADE, DUE, new Money(200_00, "TRY"), 3, new BigDecimal("0.95"));

    @Test
    void itStandsUntilTheLastDayOfGraceHasEnded() {
        assertThat(PROMISE.state(List.of(), DUE)).isEqualTo(State.STANDING);
        assertThat(PROMISE.state(List.of(), DUE.plusDays(3))).isEqualTo(State.STANDING);
        assertThat(PROMISE.state(List.of(), DUE.plusDays(4))).isEqualTo(State.BROKEN);
    }

    @Test
    void enoughMoneyWithinTheToleranceKeepsIt() {
        assertThat(PROMISE.state(List.of(paid(DUE, 189_99)), DUE)).isEqualTo(State.STANDING);
        assertThat(PROMISE.state(List.of(paid(DUE, 190_00)), DUE)).isEqualTo(State.KEPT);
        assertThat(PROMISE.state(List.of(paid(MADE, 100_00), paid(DUE.plusDays(3), 90_00)), DUE.plusDays(3)))
                .isEqualTo(State.KEPT);
    }

    @Test
    void moneyOutsideTheWindowDoesNotCount() {
        assertThat(PROMISE.state(List.of(paid(MADE.minusDays(1), 200_00)), DUE)).isEqualTo(State.STANDING);
        assertThat(PROMISE.state(List.of(paid(DUE.plusDays(4), 200_00)), DUE.plusDays(5)))
                .isEqualTo(State.BROKEN);
    }

    @Test
    void moneyInsideTheWindowThatIsPostedLateTurnsBrokenIntoKept() {
        LocalDate later = DUE.plusDays(20);

        assertThat(PROMISE.state(List.of(), later)).isEqualTo(State.BROKEN);
        assertThat(PROMISE.state(List.of(paid(DUE, 200_00)), later)).isEqualTo(State.KEPT);
    }

    @Property(tries = 300)
    void itIsKeptExactlyWhenTheMoneyInsideTheWindowIsEnoughWhateverTheOrder(
            @ForAll long seed, @ForAll @IntRange(max = 6) int count, @ForAll @IntRange(max = 40) int day) {
        Random random = new Random(seed);
        List<Paid> payments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            payments.add(paid(MADE.minusDays(3).plusDays(random.nextInt(25)), 1 + random.nextInt(150_00)));
        }
        long inside = payments.stream()
                .filter(p -> !p.valueDate().isBefore(MADE) && !p.valueDate().isAfter(DUE.plusDays(3)))
                .mapToLong(p -> p.amount().minor())
                .sum();
        Collections.shuffle(payments, random);

        State state = PROMISE.state(payments, MADE.plusDays(day));

        assertThat(state == State.KEPT).isEqualTo(inside >= 190_00);
        assertThat(state == State.BROKEN).isEqualTo(inside < 190_00 && day > 14);
        assertThat(PROMISE.suppresses(payments, MADE.plusDays(day))).isEqualTo(state == State.STANDING);
    }

    @Property(tries = 100)
    void morePaymentsNeverBreakAPromise(@ForAll @LongRange(min = 1, max = 300_00) long minor) {
        List<Paid> one = List.of(paid(DUE, minor));
        List<Paid> two = List.of(paid(DUE, minor), paid(DUE, 1));

        boolean kept = PROMISE.state(one, DUE.plusDays(9)) == State.KEPT;

        assertThat(!kept || PROMISE.state(two, DUE.plusDays(9)) == State.KEPT).isTrue();
    }

    private static Paid paid(LocalDate day, long minor) {
        return new Paid(day, new Money(minor, "TRY"));
    }
}
