package org.fairlead.reporting.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fairlead.reporting.Shifts.Kind;
import org.fairlead.reporting.entity.PlanKept.Change;
import org.fairlead.reporting.entity.PlanKept.Planned;
import org.fairlead.routing.Presence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanKeptTest {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void whatWasPlannedAndDoneCountsAndWhatLiesAheadDoesNotYet() {
        List<Planned> plan = List.of(
                new Planned(Kind.WORK, NINE, at(60)),
                new Planned(Kind.BREAK, at(60), at(75)),
                new Planned(Kind.WORK, at(75), at(240)));
        List<Change> did = List.of(
                change(-30, Presence.AWAY, null),
                change(6, Presence.AVAILABLE, null),
                change(20, Presence.ON_CONTACT, null),
                change(63, Presence.BREAK, "coffee"),
                change(81, Presence.AVAILABLE, null));

        PlanKept kept = PlanKept.of(plan, did, at(90));

        assertThat(kept.planned()).isEqualTo(Duration.ofMinutes(90));
        assertThat(kept.kept()).isEqualTo(Duration.ofMinutes(54 + 3 + 12 + 9));
        assertThat(kept.percent()).isEqualTo(86);
        assertThat(kept.off()).isFalse();
    }

    @Test
    void aCustomerIsNeverLeftForABreakAndALateBreakIsOff() {
        List<Planned> plan = List.of(new Planned(Kind.BREAK, NINE, at(15)));

        assertThat(PlanKept.of(plan, List.of(change(-5, Presence.ON_CONTACT, null)), at(10))
                        .percent())
                .isEqualTo(100);
        assertThat(PlanKept.of(plan, List.of(change(-5, Presence.AVAILABLE, null)), at(10))
                        .off())
                .isTrue();
    }

    @Test
    void whoNeverCameKeptNothing() {
        PlanKept kept = PlanKept.of(List.of(new Planned(Kind.WORK, NINE, at(60))), List.of(), at(30));

        assertThat(kept.percent()).isZero();
        assertThat(kept.off()).isTrue();
        assertThat(PlanKept.of(List.of(), List.of(), NINE).percent()).isNull();
    }

    @Test
    void pausesAreCountedByWhatWasSaidAboutThem() {
        List<Change> did = List.of(
                change(-10, Presence.BREAK, "coffee"),
                change(5, Presence.AVAILABLE, null),
                change(20, Presence.BREAK, "smoke"),
                change(25, Presence.BREAK, "coffee"));

        assertThat(PauseCount.of(did, NINE, at(40)))
                .containsExactly(
                        new PauseCount(Presence.BREAK, "coffee", 2, 1200),
                        new PauseCount(Presence.BREAK, "smoke", 1, 300));
    }

    private static Instant at(int minute) {
        return NINE.plus(Duration.ofMinutes(minute));
    }

    private static Change change(int minute, Presence presence, @Nullable String reason) {
        return new Change(at(minute), presence, reason);
    }
}
