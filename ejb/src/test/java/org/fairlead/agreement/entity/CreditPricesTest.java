package org.fairlead.agreement.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.agreement.AgreementView;
import org.fairlead.agreement.ClockStart;
import org.fairlead.agreement.Counts;
import org.fairlead.agreement.Formula;
import org.fairlead.agreement.ServiceLevelDay;
import org.fairlead.agreement.entity.CreditScheme.Band;
import org.fairlead.routing.MissPrices.Price;
import org.fairlead.shared.ClientId;
import org.junit.jupiter.api.Test;

/** What one more missed contact costs, as the day stands. */
class CreditPricesTest {

    private static final Instant EVENING = Instant.parse("2026-11-23T17:00:00Z");
    private static final UUID PROGRAM = new UUID(1, 1);
    private static final UUID AGREEMENT = new UUID(1, 3);
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
        assertThat(price.programId()).isEqualTo(PROGRAM);
    }

    @Test
    void whereNothingIsOwedNothingIsPriced() {
        assertThat(CreditPrices.of(List.of(day(400, 100)), Map.of(), Map.of())).isEmpty();
    }

    private static Price price(long inTime, long lost, double rest) {
        List<Price> prices =
                CreditPrices.of(List.of(day(inTime, lost)), Map.of(AGREEMENT, OWED), Map.of(PROGRAM, rest));
        assertThat(prices).hasSize(1);
        return prices.get(0);
    }

    private static ServiceLevelDay day(long inTime, long lost) {
        var agreement = new AgreementView(
                AGREEMENT,
                Formula.IN_TIME_OF_ALL,
                20,
                5,
                ClockStart.QUEUED,
                BigDecimal.valueOf(80),
                "4.1",
                LocalDate.of(2026, 1, 1));
        return new ServiceLevelDay(
                new ClientId(1),
                PROGRAM,
                LocalDate.of(2026, 11, 23),
                ZoneId.of("Europe/Rome"),
                agreement,
                new Counts(inTime, lost, 0, inTime, 0, 0, 0),
                null,
                List.of(),
                Map.of(),
                EVENING);
    }
}
