package org.fairlead.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {

    private static final Counts A_DAY = new Counts(1000, 60, 0, 860, 20, 10, 0);

    @ParameterizedTest
    @CsvSource({
        "IN_TIME_OF_ALL, 880, 1060, 83.02",
        "ANSWERED_IN_TIME_OF_ANSWERED, 860, 1000, 86.00",
        "ANSWERED_IN_TIME_OF_ALL, 860, 1060, 81.13",
        "ANSWERED_IN_TIME_OF_ANSWERED_AND_LATE, 860, 1040, 82.69",
        "ANSWERED_IN_TIME_AND_SHORT_OF_ALL, 870, 1060, 82.08",
        "ANSWERED_IN_TIME_OF_ALL_LESS_SHORT, 860, 1050, 81.90"
    })
    void eachFormulaGivesItsOwnLevelOverTheSameDay(
            Formula formula, long numerator, long denominator, BigDecimal percent) {
        ServiceLevel level = formula.over(A_DAY);

        assertThat(level.numerator()).isEqualTo(numerator);
        assertThat(level.denominator()).isEqualTo(denominator);
        assertThat(level.percent()).isEqualByComparingTo(percent);
    }

    @Test
    void aDayWithoutContactsIsNotApplicableAndMissesNoTarget() {
        ServiceLevel level = Formula.ANSWERED_IN_TIME_OF_ALL.over(Counts.NONE);

        assertThat(level.applicable()).isFalse();
        assertThat(level.percent()).isNull();
        assertThat(level.meets(new BigDecimal("80"))).isTrue();
    }

    @Test
    void aTargetIsComparedWithTheFractionAndNotWithTheRoundedFigure() {
        ServiceLevel justBelow = new ServiceLevel(Formula.ANSWERED_IN_TIME_OF_ALL, 79_999, 100_000);

        assertThat(justBelow.percent()).isEqualByComparingTo("80.00");
        assertThat(justBelow.meets(new BigDecimal("80"))).isFalse();
    }
}
