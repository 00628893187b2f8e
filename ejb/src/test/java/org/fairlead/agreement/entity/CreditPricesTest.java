package org.fairlead.agreement.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fairlead.agreement.Counts;
import org.fairlead.agreement.ServiceLevelDay;
import org.fairlead.agreement.entity.CreditScheme.Band;
import org.fairlead.routing.MissPrices.Price;
import org.junit.jupiter.api.Test;

/** What one more missed contact costs, as the day stands. */
class CreditPricesTest {

    private static final Instant EVENING = Instant.parse("2026-11-23T17:00:00Z");
    private static final CreditScheme OWED = new CreditScheme(List.of(new Band(0.80, 30_000)));

    @Test
    void aMissIsDearestWhereTheDayHangsInTheBalance() {
        assertThat(price(400, 100, 50).perMiss()).isPositive();
        assertThat(price(490, 10, 50).perMiss()).as("safe").isZero();
        assertThat(price(150, 350, 50).perMiss()).as("lost").isZero();
    }

    @Test
    void theLessIsStillToComeTheMoreOneMissDecides() {
        assertThat(price(400, 100, 20).perMiss())
                .isGreaterThan(price(400, 100, 2_000).perMiss());
    }

    @Test
    void whoIsLateAlreadyCostsLittleAndTheTargetIsTheAgreements() {
        Price price = price(400, 100, 50);

        assertThat(price.late()).isLessThan(price.perMiss() / 10);
        assertThat(price.targetMillis()).isEqualTo(20_000);
        assertThat(price.programId()).isEqualTo(TestDay.PROGRAM);
    }

    @Test
    void whereNothingIsOwedNothingIsPriced() {
        assertThat(CreditPrices.of(List.of(day(400, 100)), Map.of(), Map.of())).isEmpty();
    }

    private static Price price(long inTime, long lost, double rest) {
        List<Price> prices = CreditPrices.of(
                List.of(day(inTime, lost)), Map.of(TestDay.AGREEMENT, OWED), Map.of(TestDay.PROGRAM, rest));
        assertThat(prices).hasSize(1);
        return prices.get(0);
    }

    private static ServiceLevelDay day(long inTime, long lost) {
        return TestDay.of(new Counts(inTime, lost, 0, inTime, 0, 0, 0), List.of(), EVENING);
    }
}
