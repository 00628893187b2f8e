package org.fairlead.collections.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.fairlead.collections.entity.FeePlan.Tier;
import org.fairlead.collections.entity.FeePlan.Way;
import org.fairlead.collections.entity.Remittance.Mode;
import org.fairlead.collections.entity.TrustBook.Line;
import org.fairlead.collections.entity.TrustBook.Move;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.Test;

class TrustAndRemittanceTest {

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    @Property(tries = 300)
    void theTrustIsReceiptsLessWhatLeftItAndNeverBelowZero(@ForAll long seed, @ForAll @IntRange(max = 80) int steps) {
        Random random = new Random(seed);
        TrustBook book = new TrustBook("EUR");

        for (int i = 0; i < steps; i++) {
            int before = book.lines().size();
            Line line =
                    new Line(Move.values()[random.nextInt(Move.values().length)], money(1 + random.nextInt(900)), "x");
            try {
                book.append(line);
            } catch (Refused refused) {
                assertThat(book.lines()).hasSize(before);
            }
            assertThat(book.balance().isNegative() || book.cleared().isNegative())
                    .isFalse();
        }

        long receipts = sum(book, Move.RECEIVED) + sum(book, Move.ADVANCED);
        long left = sum(book, Move.RETURNED)
                + sum(book, Move.FEE_MOVED)
                + sum(book, Move.REFUNDED)
                + sum(book, Move.REMITTED)
                + sum(book, Move.ADVANCE_REPAID);
        assertThat(book.balance()).isEqualTo(money(receipts - left));
    }

    @Test
    void moneyThatHasNotClearedIsNotPaidOver() {
        TrustBook book = new TrustBook("EUR");
        book.append(line(Move.RECEIVED, 100));

        assertThatThrownBy(() -> book.append(line(Move.REMITTED, 100))).hasMessage("trust.below-zero");
        book.append(line(Move.CLEARED, 100));
        book.append(line(Move.REMITTED, 100));

        assertThat(book.balance().isZero()).isTrue();
    }

    @Property(tries = 200)
    void aPaymentThatComesBackAfterItWasPaidOverIsAdvancedAndTakenOffTheNextRemittance(
            @ForAll @LongRange(min = 1, max = 5_000) long first, @ForAll @LongRange(min = 1, max = 5_000) long second) {
        TrustBook book = TrustBook.of(
                "EUR", List.of(line(Move.RECEIVED, first), line(Move.CLEARED, first), line(Move.REMITTED, first)));

        book.returned(money(first), true, "bounced").forEach(book::append);
        book.append(line(Move.RECEIVED, second));
        book.append(line(Move.CLEARED, second));
        Remittance next = Remittance.of(Mode.GROSS, book.cleared(), book.advanced(), money(0), money(0));

        assertThat(book.advanced()).isEqualTo(money(first));
        assertThat(next.repaid()).isEqualTo(money(Math.min(first, second)));
        assertThat(next.paid()).isEqualTo(money(Math.max(0, second - first)));
    }

    @Test
    void aPaymentThatComesBackBeforeItClearedLeavesNothing() {
        TrustBook book = TrustBook.of("EUR", List.of(line(Move.RECEIVED, 100)));

        book.returned(money(100), false, "bounced").forEach(book::append);

        assertThat(book.balance().isZero()).isTrue();
        assertThat(book.advanced().isZero()).isTrue();
    }

    @Property(tries = 300)
    void inEveryModeAllOfTheMoneyAndAllOfTheFeesAreAccountedFor(
            @ForAll @LongRange(min = 0, max = 9_999) long cleared,
            @ForAll @LongRange(min = 0, max = 9_999) long advanced,
            @ForAll @LongRange(min = 0, max = 999) long fees,
            @ForAll @LongRange(min = 0, max = 999) long direct,
            @ForAll Mode mode) {
        Remittance remittance = Remittance.of(mode, money(cleared), money(advanced), money(fees), money(direct));

        assertThat(remittance.repaid().plus(remittance.feesMoved()).plus(remittance.paid()))
                .isEqualTo(money(cleared));
        assertThat(remittance.feesMoved().plus(remittance.invoiced())).isEqualTo(money(fees + direct));
        assertThat(List.of(remittance.repaid(), remittance.feesMoved(), remittance.paid(), remittance.invoiced()))
                .noneMatch(Money::isNegative);
    }

    @Test
    void theThreeModesSettleAThousandAsTheClientAgreed() {
        assertThat(Remittance.of(Mode.NET, money(1_000), money(0), money(180), money(50)))
                .isEqualTo(new Remittance(money(0), money(180), money(820), money(50)));
        assertThat(Remittance.of(Mode.GROSS, money(1_000), money(0), money(180), money(50)))
                .isEqualTo(new Remittance(money(0), money(0), money(1_000), money(230)));
        assertThat(Remittance.of(Mode.COMBINED, money(1_000), money(0), money(180), money(50)))
                .isEqualTo(new Remittance(money(0), money(230), money(770), money(0)));
    }

    @Test
    void theFeeIsThatOfThePlanInForceOnThePaymentDay() {
        FeePlan old = new FeePlan(1, JUNE.minusYears(1), List.of(new Tier(0, false, Way.TRUST, rate("0.20"))));
        FeePlan now = new FeePlan(
                2,
                JUNE,
                List.of(
                        new Tier(0, false, Way.TRUST, rate("0.15")),
                        new Tier(91, false, Way.TRUST, rate("0.25")),
                        new Tier(0, true, Way.TRUST, rate("0.30")),
                        new Tier(0, false, Way.DIRECT, rate("0.10"))));
        List<FeePlan> plans = List.of(now, old);

        assertThat(FeePlan.inForce(plans, JUNE.minusDays(1))).contains(old);
        assertThat(FeePlan.inForce(plans, JUNE)).contains(now);
        assertThat(FeePlan.inForce(plans, JUNE.minusYears(2))).isEqualTo(Optional.empty());
        assertThat(now.fee(money(100_00), 90, false, Way.TRUST)).isEqualTo(money(15_00));
        assertThat(now.fee(money(100_00), 91, false, Way.TRUST)).isEqualTo(money(25_00));
        assertThat(now.fee(money(100_00), 400, true, Way.TRUST)).isEqualTo(money(30_00));
        assertThat(now.fee(money(100_00), 5, false, Way.DIRECT)).isEqualTo(money(10_00));
        assertThat(now.fee(money(100_00), 5, true, Way.DIRECT)).isEqualTo(money(0));
    }

    @Test
    void aSettlementBelowTheFloorNeedsSomebodyWhoMayGoLower() {
        SettlementAuthority authority = new SettlementAuthority(List.of(
                new SettlementAuthority.Floor("agent", 0, money(0), rate("0.90")),
                new SettlementAuthority.Floor("agent", 121, money(0), rate("0.70")),
                new SettlementAuthority.Floor("agent", 121, money(5_000_00), rate("0.80")),
                new SettlementAuthority.Floor("supervisor", 0, money(0), rate("0.50"))));

        assertThat(authority.least("agent", 60, money(1_000_00))).isEqualTo(money(900_00));
        assertThat(authority.mayAgree("agent", 130, money(1_000_00), money(700_00)))
                .isTrue();
        assertThat(authority.mayAgree("agent", 130, money(1_000_00), money(699_99)))
                .isFalse();
        assertThat(authority.mayAgree("agent", 130, money(6_000_00), money(4_700_00)))
                .isFalse();
        assertThat(authority.mayAgree("supervisor", 130, money(6_000_00), money(3_000_00)))
                .isTrue();
        assertThat(authority.least("stranger", 130, money(1_000_00))).isEqualTo(money(1_000_00));
        assertThat(authority.least("agent", 130, new Money(1_000_00, "TRY"))).isEqualTo(new Money(1_000_00, "TRY"));
    }

    private static long sum(TrustBook book, Move move) {
        return book.lines().stream()
                .filter(line -> line.move() == move)
                .mapToLong(line -> line.amount().minor())
                .sum();
    }

    private static Line line(Move move, long minor) {
        return new Line(move, money(minor), "test");
    }

    private static Money money(long minor) {
        return new Money(minor, "EUR");
    }

    private static BigDecimal rate(String text) {
        return new BigDecimal(text);
    }
}
