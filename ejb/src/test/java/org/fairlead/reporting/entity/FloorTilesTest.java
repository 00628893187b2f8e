package org.fairlead.reporting.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.agreement.Formula;
import org.fairlead.agreement.ServiceLevel;
import org.fairlead.reporting.FloorFigures;
import org.fairlead.reporting.FloorFigures.AgentFigures;
import org.fairlead.routing.FloorSnapshot;
import org.fairlead.routing.FloorSnapshot.AgentNow;
import org.fairlead.routing.Presence;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FloorTilesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final ClientId LUMEN = new ClientId(1);
    private static final ClientId ANADOLU = new ClientId(2);

    @Test
    void spareSaysHowManyMoreMayBeLate() {
        ServiceLevel above = new ServiceLevel(Formula.ANSWERED_IN_TIME_OF_ALL, 90, 100);
        ServiceLevel below = new ServiceLevel(Formula.ANSWERED_IN_TIME_OF_ALL, 70, 100);

        assertThat(FloorTiles.spare(above, new BigDecimal("80"))).isEqualTo(12);
        assertThat(FloorTiles.spare(below, new BigDecimal("80"))).isEqualTo(-13);
    }

    @Test
    void aViewerSeesAgentsOfTheirClientsWithoutWhatIsDoneForOthers() {
        UUID contact = UUID.randomUUID();
        AgentNow shared = agent("shared", Presence.ON_CONTACT, 2, contact, Set.of(1, 2));
        AgentNow stranger = agent("stranger", Presence.AVAILABLE, 0, null, Set.of(3));

        FloorFigures seen = floor(shared, stranger).within(Set.of(LUMEN));

        assertThat(seen.agents()).singleElement().satisfies(agent -> {
            assertThat(agent.name()).isEqualTo("shared");
            assertThat(agent.client()).isEqualTo(ClientId.OUTSOURCER);
            assertThat(agent.contactId()).isNull();
            assertThat(agent.serves()).containsExactly(LUMEN);
        });
    }

    @Test
    void anAgentTooLongInWrapUpIsStuckOneOnLunchIsNot() {
        AgentNow wrapUp = agent("wrapping", Presence.WRAP_UP, 2, UUID.randomUUID(), Set.of(2));
        AgentNow lunch = agent("eating", Presence.LUNCH, 0, null, Set.of(2));

        FloorFigures seen = floor(wrapUp, lunch).within(Set.of(ANADOLU));

        assertThat(seen.agents()).extracting(AgentFigures::stuck).containsExactly(true, false);
    }

    private static FloorFigures floor(AgentNow... agents) {
        FloorSnapshot snapshot = new FloorSnapshot(NOW, List.of(), List.of(agents), List.of());
        FloorNames names = new FloorNames(Map.of(), Map.of(), List.of(), Map.of());
        return new FloorTiles(snapshot, List.of(), List.of(), List.of(), names, 0).figures(NOW);
    }

    private static AgentNow agent(
            String name, Presence presence, int client, @Nullable UUID contact, Set<Integer> clients) {
        return new AgentNow(
                UUID.randomUUID(),
                name,
                name,
                1,
                presence,
                null,
                NOW.minusSeconds(900),
                client,
                contact,
                null,
                null,
                clients,
                false);
    }
}
