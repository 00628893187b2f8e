package org.fairlead.collections.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.fairlead.collections.entity.Calibration.Band;
import org.junit.jupiter.api.Test;

class ScoreTest {

    @Test
    void theScoreIsWorkedOutByHandAndSaysWhatItIsMadeOf() {
        Score score = new Score(1, 60, -1.0, Map.of("monthsPastDue", -0.25, "promisesKept", 0.8, "emailKnown", 0.3));

        Score.Scored scored = score.of(Map.of("monthsPastDue", 2.0, "promisesKept", 2.0));

        assertThat(scored.odds()).isCloseTo(-1.0 - 0.5 + 1.6, within(1e-12));
        assertThat(scored.probability()).isCloseTo(1 / (1 + Math.exp(-0.1)), within(1e-12));
        assertThat(scored.parts()).extracting(Score.Part::fact).containsExactly("promisesKept", "monthsPastDue");
    }

    @Test
    void aTableMustNotUseWhoAPersonIsHoweverItIsWritten() {
        for (String name :
                List.of("nationality", "Nationality", "birth_date", "postal-code", "MARITAL STATUS", "Age")) {
            assertThatThrownBy(() -> new Score(1, 60, 0, Map.of(name, 1.0)))
                    .isInstanceOf(Score.Unfit.class)
                    .hasMessage("score.protected: " + name);
        }
        assertThatThrownBy(() -> new Score(1, 60, 0, Map.of("zodiacSign", 1.0)))
                .hasMessage("score.unknown: zodiacSign");
        assertThatThrownBy(() -> new Score(1, 60, 0, Map.of("calls", Double.NaN)))
                .hasMessage("score.weight: calls");
        assertThatThrownBy(() -> new Score(1, 3, 0, Map.of())).hasMessage("score.horizon: 3");
    }

    @Test
    void noFactThatThereIsIsOneOfAPersons() {
        for (ScoreFact fact : ScoreFact.values()) {
            assertThat(ScoreFact.isProtected(fact.title())).as(fact.title()).isFalse();
        }
    }

    @Property(tries = 300)
    void aProbabilityLiesBetweenNoneAndOneAndMorePointsNeverMakeItLess(
            @ForAll @DoubleRange(min = -20, max = 20) double start,
            @ForAll @DoubleRange(min = -20, max = 20) double weight,
            @ForAll @IntRange(max = 40) int months) {
        Score score = new Score(1, 60, start, Map.of("monthsPastDue", weight));

        double now = score.of(Map.of("monthsPastDue", (double) months)).probability();
        double later = score.of(Map.of("monthsPastDue", months + 1.0)).probability();

        assertThat(now).isBetween(0.0, 1.0);
        assertThat(Math.signum(later - now)).isIn(0.0, Math.signum(weight));
    }

    @Property(tries = 200)
    void thePartsAndTheStartAreTheWholeOdds(
            @ForAll List<@DoubleRange(min = -9, max = 9) Double> weights,
            @ForAll @DoubleRange(min = -9, max = 9) double start) {
        Map<String, Double> table = new HashMap<>();
        Map<String, Double> facts = new HashMap<>();
        ScoreFact[] all = ScoreFact.values();
        for (int i = 0; i < Math.min(weights.size(), all.length); i++) {
            table.put(all[i].title(), weights.get(i));
            facts.put(all[i].title(), i + 1.0);
        }

        Score.Scored scored = new Score(1, 60, start, table).of(facts);

        assertThat(scored.parts()).hasSize(table.size());
        assertThat(start
                        + scored.parts().stream()
                                .mapToDouble(Score.Part::points)
                                .sum())
                .isCloseTo(scored.odds(), within(1e-9));
        // beyond thirty a probability is none or one to the last digit that there is
        double odds = Math.max(-30, Math.min(30, scored.odds()));
        assertThat(Math.max(-30, Math.min(30, Math.log(scored.probability() / (1 - scored.probability())))))
                .isCloseTo(odds, within(1e-1));
    }

    @Property(tries = 200)
    void theTrueShareLiesAroundWhatWasSeenAndMoreDebtsMakeItSurer(
            @ForAll @IntRange(min = 1, max = 500) int debts, @ForAll @IntRange(max = 500) int paid) {
        int some = Math.min(paid, debts);
        Band band = new Band(4, debts, debts * 0.45, some);
        Band larger = new Band(4, debts * 10, debts * 4.5, some * 10);

        assertThat(band.low()).isBetween(-1e-9, band.observed() + 1e-9);
        assertThat(band.high()).isBetween(band.observed() - 1e-9, 1 + 1e-9);
        assertThat(larger.high() - larger.low()).isLessThan(band.high() - band.low());
    }

    @Test
    void aTableThatForetoldRightHasNoDistance() {
        List<Band> right = new ArrayList<>();
        right.add(new Band(1, 100, 15, 15));
        right.add(new Band(7, 20, 15, 15));

        assertThat(new Calibration(right).error()).isCloseTo(0, within(1e-12));
        assertThat(new Calibration(List.of(new Band(7, 20, 15, 5))).error()).isCloseTo(0.5, within(1e-12));
        assertThat(new Calibration(List.of()).error()).isZero();
    }
}
