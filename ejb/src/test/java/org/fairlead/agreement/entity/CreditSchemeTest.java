package org.fairlead.agreement.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fairlead.agreement.entity.CreditScheme.Band;
import org.fairlead.agreement.entity.CreditScheme.Standing;
import org.junit.jupiter.api.Test;

/** What is owed, and what one more miss is likely to cost. */
class CreditSchemeTest {

    private static final CreditScheme SCHEME =
            new CreditScheme(List.of(new Band(0.80, 30_000), new Band(0.70, 60_000)));

    @Test
    void owesTheSumOfTheBandsThatWereMissed() {
        assertThat(SCHEME.owed(0.80)).isZero();
        assertThat(SCHEME.owed(0.79)).isEqualTo(30_000);
        assertThat(SCHEME.owed(0.69)).isEqualTo(90_000);
    }

    @Test
    void aMissCostsMostWhereTheLevelIsAtTheEdgeOfABand() {
        long edge = SCHEME.ofOneMiss(new Standing(800, 1000, 100, 0.8));
        long safe = SCHEME.ofOneMiss(new Standing(900, 1000, 100, 0.9));
        long low = SCHEME.ofOneMiss(new Standing(600, 1000, 100, 0.6));

        assertThat(edge).isGreaterThan(100 * Math.max(1, safe));
        assertThat(edge).isGreaterThan(100 * Math.max(1, low));
    }

    @Test
    void whatIsLostOrSafeWhateverComesIsWorthNothing() {
        CreditScheme one = new CreditScheme(List.of(new Band(0.80, 30_000)));

        assertThat(one.ofOneMiss(new Standing(690, 1000, 100, 0.69))).as("lost").isZero();
        assertThat(one.ofOneMiss(new Standing(990, 1000, 100, 0.80))).as("safe").isZero();
        assertThat(one.ofOneMiss(new Standing(780, 1000, 100, 0.80))).as("open").isPositive();
    }
}
