package org.fairlead.dialer.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ShortfallTest {

    private static double[] always(double chance) {
        double[] by = new double[Shortfall.BINS];
        Arrays.fill(by, chance);
        return by;
    }

    @Test
    void twoCallsAndNobodyFree() {
        Shortfall shortfall = new Shortfall();
        shortfall.clear(true);

        shortfall.call(always(0.5));
        shortfall.call(always(0.5));

        assertThat(shortfall.reaches(0, 0)).isEqualTo(1);
        assertThat(shortfall.reaches(0, 1)).isCloseTo(0.75, within(1e-12));
        assertThat(shortfall.reaches(0, 2)).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void anAgentWhoComesFreeTakesACall() {
        Shortfall shortfall = new Shortfall();
        shortfall.clear(true);

        shortfall.call(always(0.5));
        shortfall.agent(always(0.4));

        assertThat(shortfall.reaches(3, 1)).isCloseTo(0.5 * 0.6, within(1e-12));
        assertThat(shortfall.reaches(3, 0)).isCloseTo(1 - 0.5 * 0.4, within(1e-12));
    }

    @Test
    void forManyTheNormalIsAsGoodAsTheExact() {
        Shortfall exact = new Shortfall();
        Shortfall normal = new Shortfall();
        exact.clear(true);
        normal.clear(false);

        for (Shortfall one : new Shortfall[] {exact, normal}) {
            for (int i = 0; i < 60; i++) {
                one.call(always(0.05 + 0.005 * i));
            }
            for (int i = 0; i < 60; i++) {
                one.agent(always(0.02 + 0.004 * i));
            }
        }

        for (int spare = -2; spare < 16; spare++) {
            assertThat(normal.reaches(0, spare)).isCloseTo(exact.reaches(0, spare), within(0.002));
        }
    }
}
