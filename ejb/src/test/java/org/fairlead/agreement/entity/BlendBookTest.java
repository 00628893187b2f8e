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
import org.fairlead.agreement.ServiceLevelDay.Interval;
import org.fairlead.shared.ClientId;
import org.junit.jupiter.api.Test;

/** Agents are kept for calls and given back, and do not go to and fro. */
class BlendBookTest {

    private static final UUID PROGRAM = new UUID(1, 1);
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
        Interval bad = interval(0, 10);
        Interval good = interval(2, 95);
        ServiceLevelDay day = day(List.of(bad, good, good));

        assertThat(book.look(List.of(day), RULES, NOON)).isEmpty();
        assertThat(book.look(List.of(day(List.of(bad))), Map.of(), NOON)).isEmpty();
        assertThat(book.look(List.of(day(List.of())), RULES, NOON))
                .as("nobody called")
                .isEmpty();
    }

    private java.util.Set<UUID> look(int percent, int seconds) {
        return book.look(List.of(day(List.of(interval(0, percent)))), RULES, NOON.plusSeconds(seconds));
    }

    private static Interval interval(int number, int percent) {
        Instant from = NOON.plusSeconds(1_800L * number);
        return new Interval(from, from.plusSeconds(1_800), new Counts(100, 0, 0, percent, 0, 0, 0), null);
    }

    private static ServiceLevelDay day(List<Interval> intervals) {
        var agreement = new AgreementView(
                new UUID(1, 3),
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
                Counts.NONE,
                null,
                intervals,
                Map.of(),
                NOON);
    }
}
