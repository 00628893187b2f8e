package org.fairlead.agreement.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.agreement.Counts;
import org.fairlead.agreement.ServiceLevelDay;
import org.fairlead.agreement.ServiceLevelDay.Interval;
import org.junit.jupiter.api.Test;

/** Agents are kept for calls and given back, and do not go to and fro. */
class BlendBookTest {

    private static final UUID PROGRAM = TestDay.PROGRAM;
    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
    private static final Map<UUID, Blending> RULES = Map.of(PROGRAM, new Blending(0.75, 0.85, 60_000));

    private final BlendBook book = new BlendBook();

    @Test
    void agentsAreGivenBackOnlyAtTheHigherLevelAndAfterAStay() {
        Blending blending = new Blending(0.75, 0.85, 60_000);

        assertThat(blending.next(Blending.Mode.BOTH, 0, 0.80, 90_000)).isEqualTo(Blending.Mode.BOTH);
        assertThat(blending.next(Blending.Mode.BOTH, 0, 0.74, 90_000)).isEqualTo(Blending.Mode.INBOUND_ONLY);
        assertThat(blending.next(Blending.Mode.INBOUND_ONLY, 90_000, 0.90, 100_000))
                .isEqualTo(Blending.Mode.INBOUND_ONLY);
        assertThat(blending.next(Blending.Mode.INBOUND_ONLY, 90_000, 0.80, 200_000))
                .isEqualTo(Blending.Mode.INBOUND_ONLY);
        assertThat(blending.next(Blending.Mode.INBOUND_ONLY, 90_000, 0.86, 200_000))
                .isEqualTo(Blending.Mode.BOTH);
    }

    @Test
    void keepsThemBelowTheLowLevelUntilTheHighOneIsReached() {
        assertThat(look(80, 0)).isEmpty();
        assertThat(look(70, 60)).containsExactly(PROGRAM);
        assertThat(look(90, 90)).as("not yet long enough").containsExactly(PROGRAM);
        assertThat(look(80, 180)).as("better, not good").containsExactly(PROGRAM);
        assertThat(look(86, 240)).isEmpty();
        assertThat(look(70, 270)).as("given back a moment ago").isEmpty();
        assertThat(look(70, 330)).containsExactly(PROGRAM);
    }

    @Test
    void theLevelIsThatOfTheLastHourAndNobodyIsKeptWithoutARule() {
        Interval bad = interval(-4, 10);
        Interval good = interval(-2, 95);

        assertThat(book.look(List.of(day(List.of(bad, good, interval(-1, 95)))), RULES, NOON))
                .as("over for longer than an hour")
                .isEmpty();
        assertThat(book.look(List.of(day(List.of(interval(-3, 10), good))), RULES, NOON.minusSeconds(600)))
                .as("over for less than an hour")
                .containsExactly(PROGRAM);
        assertThat(book.look(List.of(day(List.of(bad))), Map.of(), NOON)).isEmpty();
        assertThat(book.look(List.of(day(List.of())), RULES, NOON))
                .as("nobody called")
                .isEmpty();
    }

    @Test
    void nobodyIsKeptForCallsWhenNobodyCallsAnyMore() {
        assertThat(look(10, 0)).containsExactly(PROGRAM);
        assertThat(look(10, 5_340))
                .as("the bad half hour is not over for an hour")
                .containsExactly(PROGRAM);
        assertThat(look(10, 5_460)).as("and now it is").isEmpty();
    }

    private java.util.Set<UUID> look(int percent, int seconds) {
        return book.look(List.of(day(List.of(interval(0, percent)))), RULES, NOON.plusSeconds(seconds));
    }

    private static Interval interval(int number, int percent) {
        Instant from = NOON.plusSeconds(1_800L * number);
        return new Interval(from, from.plusSeconds(1_800), new Counts(100, 0, 0, percent, 0, 0, 0), null);
    }

    private static ServiceLevelDay day(List<Interval> intervals) {
        return TestDay.of(Counts.NONE, intervals, NOON);
    }
}
