package org.fairlead.dialer.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fairlead.dialer.entity.Pacing.Facts;
import org.fairlead.dialer.entity.Pacing.Rival;
import org.junit.jupiter.api.Test;

class PacingTest {

    @Test
    void placesOneCallForEachReadyAgent() {
        assertThat(Pacing.oneForEachReadyAgent(new Facts(5, 2, List.of()))).isEqualTo(3);
        assertThat(Pacing.oneForEachReadyAgent(new Facts(0, 0, List.of()))).isZero();
        assertThat(Pacing.oneForEachReadyAgent(new Facts(2, 5, List.of()))).isZero();
    }

    @Test
    void leavesAgentsToTheCallsOfCampaignsThatShareThem() {
        Rival sharing = new Rival(4, 3);
        Rival apart = new Rival(9, 0);

        assertThat(Pacing.oneForEachReadyAgent(new Facts(5, 0, List.of(sharing, apart))))
                .isEqualTo(2);
    }

    @Test
    void placesNoMoreInARoundThanTheNextRoundCanTakeBack() {
        assertThat(Pacing.oneForEachReadyAgent(new Facts(400, 0, List.of()))).isEqualTo(Pacing.MOST_IN_A_ROUND);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void neverHasMoreCallsOutThanReadyAgents(
            @ForAll @IntRange(max = 300) int free,
            @ForAll @IntRange(max = 300) int inFlight,
            @ForAll @IntRange(max = 50) int rivalDials,
            @ForAll @IntRange(max = 50) int shared) {
        int placed = Pacing.oneForEachReadyAgent(new Facts(free, inFlight, List.of(new Rival(rivalDials, shared))));

        assertThat(placed).isNotNegative();
        assertThat(placed == 0 || inFlight + placed + Math.min(rivalDials, shared) <= free)
                .isTrue();
    }
}
