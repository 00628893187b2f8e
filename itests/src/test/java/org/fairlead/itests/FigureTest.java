package org.fairlead.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.HdrHistogram.Histogram;
import org.fairlead.itests.figure.Figure;
import org.fairlead.itests.figure.Figure.Goal;
import org.fairlead.itests.figure.Figures;
import org.junit.jupiter.api.Test;

class FigureTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Figures figures = new Figures(new PrintStream(printed, true, StandardCharsets.UTF_8), "test", 1);

    @Test
    void aFigureIsOneLineThatSaysWhetherItIsEnough() {
        assertThat(new Figure("offer_visible_p95", 41.25, "ms", Goal.atMost(300)).line())
                .isEqualTo("figure offer_visible_p95 41.3 ms goal <= 300 ok");
        assertThat(new Figure("rate_ratio", 0.2871, "ratio", Goal.atLeast(0.3)).line())
                .isEqualTo("figure rate_ratio 0.287 ratio goal >= 0.300 short");
        assertThat(new Figure("calls_offered", 300, "calls", null).line())
                .isEqualTo("figure calls_offered 300 calls goal -");
    }

    @Test
    void theRunFailsWhenAnyFigureIsShort() {
        figures.add("lost", 0, "calls", Goal.exactly(0));
        assertThat(figures.exitStatus()).isZero();

        figures.add("doubled", 1, "calls", Goal.exactly(0));
        assertThat(figures.exitStatus()).isEqualTo(1);
    }

    @Test
    void whatWasNotMeasuredIsShortOfItsGoal() {
        figures.percentile("nothing_p95", new Histogram(3), 95, Goal.atMost(300));

        assertThat(figures.exitStatus()).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("short");
    }
}
