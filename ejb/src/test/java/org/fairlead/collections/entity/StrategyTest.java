package org.fairlead.collections.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.fairlead.collections.DebtStatus;
import org.fairlead.collections.Hold;
import org.fairlead.collections.entity.Course.Done;
import org.fairlead.collections.entity.Gates.Reason;
import org.fairlead.collections.entity.Gates.Step;
import org.fairlead.collections.entity.Strategy.Action;
import org.fairlead.collections.entity.Strategy.Segment;
import org.fairlead.collections.entity.Strategy.Side;
import org.fairlead.shared.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StrategyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final Instant NOW = Instant.parse("2026-07-01T09:00:00Z");
    private static final Gates.Facts NOTHING_AGAINST = new Gates.Facts(Set.of(), false, null, 0, null, null, false);
    private static final Action CALL = new Action(Step.CALL, Duration.ZERO, 2);
    private static final Action LETTER = new Action(Step.LETTER, Duration.ofDays(3), 1);
    private static final Segment EARLY = segment("early", 1, 30, List.of(CALL, LETTER));
    private static final Segment LATE = segment("late", 31, Integer.MAX_VALUE, List.of(LETTER));

    @Test
    void theFirstSegmentThatSpeaksOfTheDebtSaysWhatIsNext() {
        Strategy strategy = new Strategy(3, 1, 0, List.of(EARLY, LATE), List.of());

        assertThat(next(strategy, 12, List.of())).isEqualTo(CALL);
        assertThat(next(strategy, 12, List.of(done(0, 2)))).isEqualTo(LETTER);
        assertThat(next(strategy, 12, List.of(done(0, 2), done(1, 1)))).isNull();
        assertThat(strategy.segment(facts(31)).orElseThrow().name()).isEqualTo("late");
        assertThat(strategy.segment(facts(0))).isEmpty();
    }

    private static @Nullable Action next(Strategy strategy, int days, List<Done> done) {
        return Course.read(strategy, facts(days), done, NOTHING_AGAINST, TODAY, NOW)
                .step();
    }

    private static Done done(int action, int times) {
        return new Done("early", action, action == 0 ? Step.CALL : Step.LETTER, times, NOW);
    }

    @Test
    void aDebtStaysOnItsSideAndTheSidesHaveTheirShares() {
        Strategy strategy = new Strategy(3, 4711, 0.2, List.of(EARLY), List.of(EARLY));
        Strategy nextVersion = new Strategy(4, 4711, 0.2, List.of(LATE), List.of(LATE));
        Random random = new Random(5);
        List<UUID> debts = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            debts.add(new UUID(random.nextLong(), random.nextLong()));
        }

        long challengers = debts.stream()
                .filter(debt -> strategy.side(debt) == Side.CHALLENGER)
                .count();

        assertThat(debts).allMatch(debt -> strategy.side(debt) == nextVersion.side(debt));
        assertThat(challengers / 20_000.0).isCloseTo(0.2, within(0.01));
    }

    @Property(tries = 200)
    void anyHoldStopsEveryStep(@ForAll Set<Hold> holds, @ForAll Step step) {
        Gates.Facts facts = new Gates.Facts(holds, false, TODAY.minusDays(60), 30, null, null, false);

        Set<Reason> against = Gates.against(step, facts, TODAY);

        assertThat(against.contains(Reason.HOLD)).isEqualTo(!holds.isEmpty());
        assertThat(against.isEmpty()).isEqualTo(holds.isEmpty());
    }

    @Property(tries = 200)
    void theValidationGateOpensTheDayAfterTheTimeToDisputeHasEnded(@ForAll @IntRange(max = 60) int daysSince) {
        Gates.Facts facts = new Gates.Facts(Set.of(), false, TODAY.minusDays(daysSince), 30, null, null, false);

        assertThat(Gates.against(Step.CREDIT_REPORT, facts, TODAY).contains(Reason.VALIDATION_RUNNING))
                .isEqualTo(daysSince <= 30);
        assertThat(Gates.against(Step.CALL, facts, TODAY)).isEmpty();
    }

    @Test
    void withoutANoticeNothingIsWrittenNorGoesToCourtOrToABureau() {
        Gates.Facts facts = new Gates.Facts(Set.of(), false, null, 30, null, null, false);

        assertThat(Gates.against(Step.LEGAL_REFERRAL, facts, TODAY)).containsExactly(Reason.NOT_VALIDATED);
        assertThat(Gates.against(Step.LETTER, facts, TODAY)).containsExactly(Reason.NOT_VALIDATED);
        assertThat(Gates.against(Step.VALIDATION_NOTICE, facts, TODAY)).isEmpty();
        assertThat(Gates.against(Step.MESSAGE, facts, TODAY)).isEmpty();
    }

    @Test
    void aTimeBarredDebtIsNotSued() {
        Gates.Facts barred = new Gates.Facts(Set.of(), false, TODAY.minusDays(99), 30, TODAY, null, false);

        assertThat(Gates.against(Step.LEGAL_REFERRAL, barred, TODAY)).containsExactly(Reason.TIME_BARRED);
        assertThat(Gates.against(Step.LETTER, barred, TODAY)).containsExactly(Reason.TIME_BARRED);
        assertThat(Gates.against(Step.LEGAL_REFERRAL, barred, TODAY.minusDays(1)))
                .isEmpty();
    }

    @Test
    void nobodyIsDialledWhileAPromiseStands() {
        Gates.Facts facts = new Gates.Facts(Set.of(), false, null, 0, null, TODAY, false);

        assertThat(Gates.against(Step.CALL, facts, TODAY)).containsExactly(Reason.PROMISE_STANDS);
        assertThat(Gates.against(Step.CALL, facts, TODAY.plusDays(1))).isEmpty();
    }

    @Test
    void whatIsRecalledOrClosedStaysSo() {
        for (DebtStatus next : EnumSet.allOf(DebtStatus.class)) {
            assertThat(DebtStatus.RECALLED.mayBecome(next)).isFalse();
            assertThat(DebtStatus.CLOSED.mayBecome(next)).isFalse();
            assertThat(next.mayBecome(DebtStatus.NEW)).isFalse();
        }
        assertThat(DebtStatus.PAID.mayBecome(DebtStatus.WORKING)).isTrue();
        assertThat(DebtStatus.PROMISE.mayBecome(DebtStatus.PLAN)).isTrue();
    }

    private static Strategy.Facts facts(int days) {
        return new Strategy.Facts(UUID.randomUUID(), days, 0.5, new Money(100_00, "TRY"));
    }

    private static Segment segment(String name, int from, int until, List<Action> actions) {
        return new Segment(name, from, until, 0, 1.01, 0, Long.MAX_VALUE, actions);
    }
}
