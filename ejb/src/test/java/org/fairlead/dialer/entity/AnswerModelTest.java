package org.fairlead.dialer.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AnswerModelTest {

    private static final double RINGS_OUT = 22;

    private final SplittableRandom random = new SplittableRandom(4_711);
    private final AnswerModel model = new AnswerModel(4_000);

    /** Calls one after another; who answers does so between 2 and 18 seconds. */
    private void calls(int calls, double share, double odds) {
        for (int i = 0; i < calls; i++) {
            boolean answers = random.nextDouble() < share;
            double end = answers ? random.nextDouble(2, 18) : RINGS_OUT;
            for (double age = 0; age < end; age += 2) {
                model.rang(age, Math.min(end, age + 2), odds);
                model.refresh();
            }
            if (answers) {
                model.answered(end, odds);
            } else {
                model.failed(end, odds);
            }
            model.refresh();
        }
    }

    private void learned(double share) {
        calls(60, share, 1);
        model.warm();
        calls(1_500, share, 1);
    }

    @Test
    void aShareThatStandsStillIsKnownEverBetter() {
        learned(0.3);

        assertThat(model.share()).isCloseTo(0.3, within(0.03));
    }

    @Test
    void aShareThatJumpsIsLearnedWithinAFewAnswers() {
        learned(0.3);

        calls(60, 0.1, 1);
        double down = model.share();
        calls(40, 0.45, 1);
        double up = model.share();

        assertThat(down).isLessThan(0.17);
        assertThat(up).isGreaterThan(0.33);
    }

    @Test
    void likelierLeadsAreNoJump() {
        learned(0.3);

        // three times the odds of the usual lead: 0.3 becomes 0.5625
        calls(300, 0.5625, 3);

        assertThat(model.share()).isCloseTo(0.3, within(0.05));
    }
}
