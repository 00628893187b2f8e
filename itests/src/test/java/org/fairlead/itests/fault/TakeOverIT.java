package org.fairlead.itests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.fairlead.itests.RunningStack;
import org.fairlead.itests.figure.Figures;
import org.fairlead.itests.floor.TakeOver;
import org.fairlead.itests.stack.TwoNodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Of two nodes the one that runs the engine dies under load. Runs when asked for: it needs a server more. */
@EnabledIfSystemProperty(named = "fairlead.itests.take-over", matches = "true")
class TakeOverIT {

    private static final int PORT_BASE = 27_080;
    private static final int AGENTS = 20;

    @Test
    void theOtherNodeOwnsTheEngineSoonAndNothingIsLostOrGivenTwice() throws Exception {
        Path checkout = Path.of(System.getProperty("fairlead.checkout", "..")).toAbsolutePath();
        RunningStack running = new RunningStack();
        Figures figures = new Figures(running.out(), "take-over", 1);

        try (TwoNodes nodes = TwoNodes.start(checkout, PORT_BASE)) {
            new TakeOver(running, nodes, figures, 1).run(AGENTS);
        }

        assertThat(figures.exitStatus()).as("every figure reaches its goal").isZero();
    }
}
