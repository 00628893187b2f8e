package org.fairlead.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.fairlead.reporting.FloorFigures.AgentFigures;
import org.fairlead.routing.Presence;
import org.fairlead.shared.ClientId;
import org.junit.jupiter.api.Test;

/** What a supervisor sees of an agent who works for others too. */
class AgentFiguresTest {

    private static final ClientId OURS = new ClientId(1);
    private static final ClientId THEIRS = new ClientId(2);

    private final AgentFigures shared = new AgentFigures(
            new UUID(1, 1),
            "Elif Kaya",
            "Izmir",
            Presence.AVAILABLE,
            null,
            Instant.EPOCH,
            ClientId.OUTSOURCER,
            "",
            null,
            null,
            Set.of(OURS, THEIRS),
            false,
            false,
            null,
            80,
            true,
            null);

    @Test
    void howAPlanIsKeptIsForWhoServesAllOfTheAgentsClients() {
        assertThat(shared.within(Set.of(OURS, THEIRS)).keptPercent()).isEqualTo(80);
        assertThat(shared.within(Set.of(OURS, THEIRS)).off()).isTrue();

        assertThat(shared.within(Set.of(OURS)).keptPercent()).isNull();
        assertThat(shared.within(Set.of(OURS)).off()).isFalse();
        assertThat(shared.within(Set.of(OURS)).serves()).containsExactly(OURS);
    }
}
