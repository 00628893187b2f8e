package org.fairlead.agreement.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fairlead.agreement.AgreementView;
import org.fairlead.agreement.ClockStart;
import org.fairlead.agreement.CountedContact;
import org.fairlead.agreement.Counts;
import org.fairlead.agreement.Formula;
import org.fairlead.agreement.Part;
import org.fairlead.agreement.ServiceLevel;
import org.fairlead.agreement.ServiceLevelDay.Interval;

/** What holds for any day, on both sides of a change to summer time as well. */
class CountingPropertiesTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final LocalDate CLOCKS_GO_BACK = LocalDate.of(2026, 10, 25);
    private static final Instant MORNING = CLOCKS_GO_BACK.atStartOfDay(ROME).toInstant();

    @Property(tries = 200)
    void everyOfferedContactIsAnsweredOrAbandonedOrWaiting(@ForAll("days") List<Journey> journeys) {
        DayCount day = count(journeys, Formula.IN_TIME_OF_ALL);

        Counts counts = day.counts();

        assertThat(counts.offered()).isEqualTo(journeys.size());
        assertThat(counts.of(Part.ABANDONED_IN_TIME) + counts.of(Part.ABANDONED_LATE))
                .isEqualTo(counts.abandoned());
        assertThat(counts.answeredInTime()).isLessThanOrEqualTo(counts.answered());
        assertThat(counts.shortAbandoned()).isLessThanOrEqualTo(counts.abandonedInTime());
    }

    @Property(tries = 200)
    void intervalsWeightedByVolumeGiveTheDay(@ForAll("days") List<Journey> journeys, @ForAll Formula formula) {
        DayCount day = count(journeys, formula);

        ServiceLevel whole = formula.over(day.counts());

        assertThat(day.intervals().stream().map(Interval::counts).reduce(Counts.NONE, Counts::plus))
                .isEqualTo(day.counts());
        assertThat(day.intervals().stream()
                        .mapToLong(i -> i.level().numerator())
                        .sum())
                .isEqualTo(whole.numerator());
        assertThat(day.intervals().stream()
                        .mapToLong(i -> i.level().denominator())
                        .sum())
                .isEqualTo(whole.denominator());
    }

    @Property(tries = 200)
    void everyFormulaStaysBetweenNothingAndAll(@ForAll("days") List<Journey> journeys, @ForAll Formula formula) {
        ServiceLevel level = formula.over(count(journeys, formula).counts());

        assertThat(level.numerator()).isBetween(0L, level.denominator());
    }

    @Property(tries = 100)
    void readingEventsTwiceAndInAnyOrderChangesNothing(@ForAll("days") List<Journey> journeys, @ForAll Random random) {
        List<Journey> again = new ArrayList<>(journeys);
        Collections.shuffle(again, random);

        List<Journey> merged =
                again.stream().map(journey -> journey.merge(journey)).toList();

        assertThat(count(merged, Formula.IN_TIME_OF_ALL)).isEqualTo(count(journeys, Formula.IN_TIME_OF_ALL));
    }

    @Provide
    Arbitrary<List<Journey>> days() {
        Arbitrary<Integer> starts = Arbitraries.integers().between(0, 25 * 3600 * 1000 - 1);
        Arbitrary<Integer> waits = Arbitraries.integers().between(0, 60_000);
        Arbitrary<Integer> fates = Arbitraries.integers().between(0, 2);
        return Combinators.combine(starts, waits, fates)
                .as(CountingPropertiesTest::journey)
                .list()
                .ofMaxSize(60);
    }

    private static Journey journey(int startMillis, int waitMillis, int fate) {
        Instant queued = MORNING.plusMillis(startMillis);
        Instant decided = queued.plusMillis(waitMillis);
        return new Journey(
                UUID.randomUUID(), queued, queued, fate == 0 ? decided : null, fate == 1 ? decided : null, false);
    }

    private static DayCount count(List<Journey> journeys, Formula formula) {
        Terms terms = new Terms(ClockStart.QUEUED, Duration.ofSeconds(20), Duration.ofSeconds(5));
        AgreementView agreement = new AgreementView(
                UUID.randomUUID(), formula, 20, 5, ClockStart.QUEUED, BigDecimal.TEN, "1", CLOCKS_GO_BACK);
        List<CountedContact> contacts = DayCount.ofDay(journeys, terms, CLOCKS_GO_BACK, ROME);
        return DayCount.of(contacts, ROME, agreement);
    }
}
