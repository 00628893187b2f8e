package org.fairlead.dialer.entity.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fairlead.dialer.entity.RatioPacing;
import org.junit.jupiter.api.Test;

class SimulatedDayTest {

    @Test
    void theSameSeedIsTheSameDay() {
        DayPlan plan = Regime.S5.plan(20);

        DayResult once = SimulatedDay.play(plan, new RatioPacing(2.5), 7);
        DayResult again = SimulatedDay.play(plan, new RatioPacing(2.5), 7);
        DayResult other = SimulatedDay.play(plan, new RatioPacing(2.5), 8);

        assertThat(again).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
    }

    @Test
    void oneLineForEachReadyAgentAbandonsNobody() {
        DayResult day = SimulatedDay.play(Regime.S1.plan(30), RatioPacing.progressive(), 3);

        assertThat(day.abandoned()).isZero();
        assertThat(day.answered()).isEqualTo(day.talks());
    }

    @Test
    void theTimeOfAgentsWhoAreAwayIsNotPaid() {
        long hour = 3_600_000;

        DayResult day = SimulatedDay.play(Regime.S3.plan(10), RatioPacing.progressive(), 3);

        assertThat(day.staffed()).isBetween(72 * hour, 73 * hour);
        assertThat(day.idle() + day.talked()).isLessThan(day.staffed());
    }

    @Test
    void peopleAreReachedAsOftenAsThePlanSays() {
        DayResult day = SimulatedDay.play(Regime.M1.plan(50), new RatioPacing(3), 5);

        assertThat((double) day.answered() / day.dials()).isCloseTo(0.3, within(0.01));
        assertThat((double) day.talked() / day.talks() / 1_000).isCloseTo(120, within(4.0));
    }

    @Test
    void noPolicyCanDoBetterThanTheOptimum() {
        double optimum = MarkovOptimum.utilisation(5, 0.03);

        // published with the benchmark: 81.3%
        assertThat(optimum).isCloseTo(0.813, within(0.001));
        assertThat(MarkovOptimum.utilisation(5, 0.01)).isCloseTo(0.780, within(0.0015));
    }
}
