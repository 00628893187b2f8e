package org.fairlead.dialer.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DurationModelTest {

    private static DurationModel model() {
        return new DurationModel(2_000, 60, 2, 1.5);
    }

    @Test
    void whatNeverAgesIsLearnedAsSuch() {
        DurationModel model = model();

        for (int i = 0; i < 4_000; i++) {
            model.ended(-120 * Math.log1p(-(i * 0.618033988749895 % 1)));
        }
        model.refresh();

        assertThat(model.outlasts(0, 30)).isCloseTo(Math.exp(-0.25), within(0.02));
        assertThat(model.outlasts(200, 30)).isCloseTo(Math.exp(-0.25), within(0.04));
    }

    @Test
    void whatLastsLongEndsAtAnotherRate() {
        DurationModel model = model();

        for (int i = 0; i < 2_000; i++) {
            model.ended(i % 2 == 0 ? 10 + i % 7 : 300 + i % 90);
        }
        model.refresh();

        assertThat(model.outlasts(0, 30)).isCloseTo(0.5, within(0.05));
        assertThat(model.outlasts(60, 30)).isGreaterThan(0.97);
    }

    @Test
    void whatHasNotEndedYetIsNotShort() {
        DurationModel without = model();
        DurationModel with = model();

        for (DurationModel each : new DurationModel[] {without, with}) {
            for (int i = 0; i < 20; i++) {
                each.ended(10);
            }
        }
        for (int i = 0; i < 80; i++) {
            with.stillOpen(40);
        }
        without.refresh();
        with.refresh();

        assertThat(with.outlasts(0, 20)).isGreaterThan(without.outlasts(0, 20) + 0.3);
    }

    @Test
    void forgetsWhatIsLongPast() {
        DurationModel model = new DurationModel(100, 60, 2, 1.5);

        for (int i = 0; i < 500; i++) {
            model.ended(200);
        }
        for (int i = 0; i < 1_000; i++) {
            model.ended(20);
        }
        model.refresh();

        assertThat(model.outlasts(0, 40)).isLessThan(0.1);
    }
}
