package org.fairlead.routing.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose turn it is to run the engine. */
class EngineTurnTest {

    private final List<String> said = new ArrayList<>();
    private boolean here;
    private boolean runs;

    private final EngineTurn turn = new EngineTurn(
            () -> here,
            () -> {
                said.add("begin");
                runs = true;
            },
            () -> {
                if (runs) {
                    said.add("end");
                }
                runs = false;
            },
            () -> runs);

    @Test
    void beginsWhenTheNameAppearsAndEndsWhenItGoes() {
        turn.look();
        here = true;
        turn.look();
        turn.look();
        here = false;
        turn.look();
        turn.look();

        assertThat(said).containsExactly("begin", "end");
    }

    @Test
    void whoWasFencedThoughItIsItsTurnBeginsAgainAfterAWhile() {
        here = true;
        turn.look();
        runs = false;
        for (int look = 0; look < EngineTurn.LOOKS_AFTER_FENCE; look++) {
            turn.look();
        }
        assertThat(said).containsExactly("begin");

        turn.look();

        assertThat(said).containsExactly("begin", "begin");
    }
}
