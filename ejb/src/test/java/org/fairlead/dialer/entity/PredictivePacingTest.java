package org.fairlead.dialer.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.fairlead.dialer.entity.day.DayPlan;
import org.fairlead.dialer.entity.day.DayResult;
import org.fairlead.dialer.entity.day.Regime;
import org.fairlead.dialer.entity.day.SimulatedDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PredictivePacingTest {

    private static PredictivePacing policy() {
        return new PredictivePacing(0.03, 2);
    }

    @ParameterizedTest
    @EnumSource(Regime.class)
    void keepsItsLimitAndTheAgentsBusierThanOneLineEach(Regime regime) {
        DayPlan plan = regime.plan(20);

        DayResult ours = SimulatedDay.play(plan, policy(), 2_000);
        DayResult progressive = SimulatedDay.play(plan, RatioPacing.progressive(), 2_000);

        assertThat(ours.abandonment()).isLessThanOrEqualTo(0.03);
        assertThat(ours.idleShare()).isLessThan(0.5 * progressive.idleShare());
    }

    @Test
    void withALimitOfZeroNobodyIsAbandoned() {
        DayResult day = SimulatedDay.play(Regime.S1.plan(20), new PredictivePacing(0, 2), 2_001);

        assertThat(day.abandoned()).isZero();
        assertThat(day.talks()).isPositive();
    }

    @Test
    void placesNothingWithoutAgents() {
        PredictivePacing policy = policy();
        policy.ready(1, 0);
        policy.gone(1, 10);

        assertThat(policy.place(1_000)).isZero();
    }

    @Test
    void beginsWithALineForEachReadyAgent() {
        PredictivePacing policy = policy();
        for (int agent = 0; agent < 7; agent++) {
            policy.ready(agent, 0);
        }
        policy.dialed(1, 1, 0);

        assertThat(policy.place(500)).isEqualTo(6);
    }

    /** Six of 41 may well have been three in ten: so many calls as one in six would allow would leave people with nobody. */
    @Test
    void aStartThatHasSeenLittlePlacesNoBurst() {
        PredictivePacing policy = policy();
        for (int agent = 0; agent < 20; agent++) {
            policy.ready(agent, 0);
        }
        for (long at = 0; at < 46_000; at += 500) {
            sixOf41(policy, at);
            policy.place(at);
        }

        int placed = 0;
        for (long at = 46_000; at < 49_000; at += 100) {
            for (int more = policy.place(at); more > 0; more--) {
                policy.dialed(100 + placed++, 1, at);
            }
        }

        assertThat(policy.answerShare()).isLessThan(0.2);
        assertThat(placed).isBetween(15, 36);
    }

    /** Twenty calls, and 21 more after 21 seconds; who answers does so after eight, and no other rings on after twenty. */
    private static void sixOf41(PredictivePacing policy, long at) {
        for (int call = 0; call < 41; call++) {
            long from = call < 20 ? 0 : 21_000;
            boolean answers = call % 7 == 3;
            if (at == from) {
                policy.dialed(call, 1, at);
            } else if (answers && at == from + 8_000) {
                policy.answered(call, at);
                policy.connected(call, call / 7, at);
            } else if (!answers && at == from + 20_000) {
                policy.failed(call, at);
            }
        }
    }

    @Test
    void whatTheWindowAlreadyHoldsCounts() {
        PredictivePacing policy = policy();
        policy.window(200, 6);

        DayResult day = SimulatedDay.play(shortDay(), policy, 2_002);

        assertThat(6.0 + day.abandoned()).isLessThanOrEqualTo(0.03 * (200 + day.answered()));
    }

    /** In the last half minute nothing is left to be spread: that is no reason to call as if nothing counted. */
    @Test
    void theLastMinuteOfAWindowIsDialledAsTheOthers() {
        DayPlan day = Regime.S1.plan(5);

        for (long seed = 7_004; seed <= 7_006; seed++) {
            assertThat(SimulatedDay.play(day, policy(), seed).abandonment())
                    .as("seed " + seed)
                    .isLessThanOrEqualTo(0.03);
        }
    }

    private static DayPlan shortDay() {
        return hours(Regime.S1.plan(10), 0.5, 0);
    }

    private static DayPlan hours(DayPlan day, double hours, double signalSeconds) {
        return new DayPlan(
                day.agents(),
                hours,
                day.reach(),
                day.leaves(),
                day.ring(),
                day.ringLimit(),
                day.deadRing(),
                day.talk(),
                day.wrapUp(),
                day.patience(),
                day.detection(),
                signalSeconds);
    }

    @Test
    void agentsWhoSayThatTheyAreAboutToFinishWaitLess() {
        DayPlan silent = hours(Regime.S1.plan(30), 4, 0);
        DayPlan told = hours(Regime.S1.plan(30), 4, 15);

        // one day is chance: the share is taken over several that both meet alike
        double without = 0;
        double with = 0;
        for (long seed = 2_001; seed <= 2_006; seed++) {
            DayResult signalled = SimulatedDay.play(told, policy(), seed);
            without += SimulatedDay.play(silent, policy(), seed).idleShare();
            with += signalled.idleShare();
            assertThat(signalled.abandonment()).isLessThanOrEqualTo(0.03);
        }

        assertThat(with).isLessThan(0.97 * without);
    }
}
