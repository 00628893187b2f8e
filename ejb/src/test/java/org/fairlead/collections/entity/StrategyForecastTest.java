package org.fairlead.collections.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fairlead.collections.Hold;
import org.fairlead.collections.entity.Course.Done;
import org.fairlead.collections.entity.Course.Reading;
import org.fairlead.collections.entity.Course.State;
import org.fairlead.collections.entity.Gates.Step;
import org.fairlead.collections.entity.Strategy.Action;
import org.fairlead.collections.entity.Strategy.Facts;
import org.fairlead.collections.entity.Strategy.Segment;
import org.fairlead.collections.entity.StrategyForecast.Count;
import org.fairlead.collections.entity.StrategyForecast.Subject;
import org.fairlead.shared.Money;
import org.junit.jupiter.api.Test;

class StrategyForecastTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final Instant NOW = Instant.parse("2026-07-01T00:10:00Z");
    private static final Gates.Facts OPEN = new Gates.Facts(Set.of(), false, null, 0, null, null, false);

    @Test
    void eachNightOfTheThirtyIsPlayedWithWhatWasDoneBefore() {
        Strategy strategy = strategy(0, call(3, 4), letter(5, 1));
        StrategyForecast forecast = new StrategyForecast(strategy, TODAY, NOW);

        Reading today = forecast.add(subject(10, List.of(), OPEN, "C-1", true));

        assertThat(today.state()).isEqualTo(State.DUE);
        assertThat(forecast.total(Step.CALL)).isEqualTo(4);
        assertThat(forecast.on(0, Step.CALL)).isEqualTo(1);
        assertThat(forecast.on(3, Step.CALL)).isEqualTo(1);
        assertThat(forecast.on(4, Step.CALL)).isZero();
        // four calls on days 0, 3, 6 and 9; the letter five days after
        assertThat(forecast.on(14, Step.LETTER)).isEqualTo(1);
        assertThat(forecast.total(Step.LETTER)).isEqualTo(1);
    }

    @Test
    void allDebtsOfOnePersonAreOneCallAndWhoHasNoTelephoneIsNotCalled() {
        StrategyForecast forecast = new StrategyForecast(strategy(0, call(3, 1)), TODAY, NOW);

        forecast.add(subject(10, List.of(), OPEN, "C-1", true));
        forecast.add(subject(20, List.of(), OPEN, "C-1", true));
        forecast.add(subject(10, List.of(), OPEN, "C-2", false));

        assertThat(forecast.total(Step.CALL)).isEqualTo(1);
        assertThat(forecast.places().values()).extracting(Count::debts).containsExactly(3);
    }

    @Test
    void aDebtThatGrowsOlderComesIntoTheNextSegmentOnItsDay() {
        Strategy strategy = new Strategy(
                1,
                1,
                0,
                List.of(segment("early", 1, 12, List.of(letter(1, 1))), segment("late", 13, 99, List.of(letter(1, 1)))),
                List.of());
        StrategyForecast forecast = new StrategyForecast(strategy, TODAY, NOW);

        forecast.add(subject(10, List.of(), OPEN, "C-1", true));

        assertThat(forecast.on(0, Step.LETTER)).isEqualTo(1);
        assertThat(forecast.on(3, Step.LETTER)).isEqualTo(1);
        assertThat(forecast.total(Step.LETTER)).isEqualTo(2);
    }

    @Property(tries = 200)
    void whateverIsAgainstADebtNothingIsAskedForAndAGapAsksForNothing(
            @ForAll @IntRange(max = 120) int days, @ForAll Set<Hold> holds, @ForAll boolean paid) {
        Gates.Facts gates = new Gates.Facts(holds, paid, null, 0, null, null, false);
        StrategyForecast forecast = new StrategyForecast(strategy(0, call(3, 4), letter(1, 2)), TODAY, NOW);

        Reading reading = forecast.add(subject(days, List.of(), gates, "C-1", true));

        boolean open = holds.isEmpty() && !paid;
        assertThat(reading.state() == State.DUE).isEqualTo(open);
        assertThat(forecast.total(Step.CALL) + forecast.total(Step.LETTER)).isEqualTo(open ? 6 : 0);
        assertThat(forecast.places().values().stream().mapToInt(Count::debts).sum())
                .isEqualTo(1);
    }

    @Property(tries = 100)
    void noStepIsEverAskedForMoreOftenThanItsTimesNorSoonerThanItsPause(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int times, @ForAll @IntRange(max = 9) int pause) {
        Random random = new Random(seed);
        Strategy strategy = strategy(random.nextDouble(), call(pause, times), letter(pause, times));
        StrategyForecast forecast = new StrategyForecast(strategy, TODAY, NOW);
        int before = random.nextInt(times + 1);
        List<Done> done = before == 0
                ? List.of()
                : List.of(new Done("all", 0, Step.CALL, before, NOW.minus(Duration.ofDays(random.nextInt(20)))));

        forecast.add(subject(random.nextInt(90), done, OPEN, "C-1", true));

        assertThat(forecast.total(Step.CALL)).isBetween(0L, (long) times - before);
        assertThat(forecast.total(Step.LETTER)).isBetween(0L, (long) times);
        int last = -100;
        for (int day = 0; day < StrategyForecast.DAYS; day++) {
            if (forecast.on(day, Step.CALL) > 0) {
                assertThat(day - last).isGreaterThanOrEqualTo(Math.max(pause, 1));
                last = day;
            }
        }
    }

    @Property(tries = 50)
    void championAndChallengerTogetherHaveEveryDebtOnce(@ForAll long seed, @ForAll @IntRange(max = 100) int percent) {
        Strategy strategy = strategy(percent / 100.0, call(3, 1));
        StrategyForecast forecast = new StrategyForecast(strategy, TODAY, NOW);
        Random random = new Random(seed);
        List<UUID> debts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            debts.add(new UUID(random.nextLong(), random.nextLong()));
        }

        debts.forEach(debt -> forecast.add(
                new Subject(new Facts(debt, 10, 0.5, new Money(100, "TRY")), List.of(), OPEN, debt.toString(), true)));

        assertThat(forecast.places().values().stream().mapToInt(Count::debts).sum())
                .isEqualTo(50);
        assertThat(forecast.total(Step.CALL)).isEqualTo(50);
    }

    @Test
    void aStrategyThatIsNoneSaysWhereItIsWrong() {
        assertThat(StrategyCheck.of(new Strategy(1, 1, 0, List.of(), List.of()))
                        .orElseThrow()
                        .key())
                .isEqualTo("strategy.empty");
        assertThat(StrategyCheck.of(new Strategy(1, 1, 0.1, List.of(whole(List.of(call(1, 1)))), List.of()))
                        .orElseThrow()
                        .key())
                .isEqualTo("strategy.challenger");
        assertFault(segment("a", 5, 4, List.of(call(1, 1))), "strategy.days");
        assertFault(segment("a", 1, 4, List.of()), "strategy.steps");
        assertFault(segment("a", 1, 4, List.of(call(1, 0))), "strategy.times");
        assertFault(segment(" ", 1, 4, List.of(call(1, 1))), "strategy.name");
        assertFault(new Segment("a", 1, 4, 0.5, 0.5, 0, 9, List.of(call(1, 1))), "strategy.score");
        assertFault(new Segment("a", 1, 4, 0, 2, 9, 9, List.of(call(1, 1))), "strategy.balance");
        assertThat(StrategyCheck.of(strategy(0.5, call(1, 1)))).isEmpty();
    }

    @Test
    void everyStepOfAPersonsIsAskedForOnce() {
        for (Step step : EnumSet.complementOf(EnumSet.of(Step.CALL))) {
            StrategyForecast forecast =
                    new StrategyForecast(strategy(0, new Action(step, Duration.ZERO, 1)), TODAY, NOW);
            forecast.add(subject(10, List.of(), OPEN, "C-1", false));
            assertThat(forecast.total(step)).isEqualTo(1);
            assertThat(forecast.steps()).containsExactly(step);
        }
    }

    private static void assertFault(Segment segment, String key) {
        StrategyCheck.Fault fault = StrategyCheck.of(
                        new Strategy(1, 1, 0, List.of(whole(List.of(call(1, 1))), segment), List.of()))
                .orElseThrow();
        assertThat(fault.key()).isEqualTo(key);
        assertThat(fault.segment()).isEqualTo(segment.name());
    }

    private static Subject subject(int days, List<Done> done, Gates.Facts gates, String person, boolean reachable) {
        return new Subject(
                new Facts(UUID.randomUUID(), days, 0.5, new Money(100_00, "TRY")), done, gates, person, reachable);
    }

    private static Strategy strategy(double share, Action... actions) {
        List<Segment> all = List.of(whole(List.of(actions)));
        return new Strategy(1, 4711, share, all, all);
    }

    private static Segment whole(List<Action> actions) {
        return segment("all", 0, Integer.MAX_VALUE, actions);
    }

    private static Segment segment(String name, int from, int until, List<Action> actions) {
        return new Segment(name, from, until, 0, 2, 0, Long.MAX_VALUE, actions);
    }

    private static Action call(int days, int times) {
        return new Action(Step.CALL, Duration.ofDays(days), times);
    }

    private static Action letter(int days, int times) {
        return new Action(Step.LETTER, Duration.ofDays(days), times);
    }
}
