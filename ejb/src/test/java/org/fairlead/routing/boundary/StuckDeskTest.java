package org.fairlead.routing.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fairlead.routing.Presence;
import org.fairlead.routing.StuckAgents.Stuck;
import org.fairlead.routing.StuckAgents.Why;
import org.fairlead.shared.ClientId;
import org.junit.jupiter.api.Test;

/** Agents work for several clients; who sees one of these sees what concerns it, and puts nothing else right. */
class StuckDeskTest {

    private static final ClientId OURS = new ClientId(1);
    private static final ClientId THEIRS = new ClientId(3);
    private static final UUID SHARED = new UUID(1, 1);
    private static final UUID STRANGER = new UUID(1, 2);

    @Test
    void anAgentOfOursWhoIsStuckWithAContactOfOthersIsNotOurs() {
        Stuck missed = stuck(SHARED, Why.MISSED, ClientId.OUTSOURCER);
        Stuck ours = stuck(SHARED, Why.WRAP_UP, OURS);
        Stuck theirs = stuck(SHARED, Why.WRAP_UP, THEIRS);
        Stuck stranger = stuck(STRANGER, Why.MISSED, ClientId.OUTSOURCER);

        assertThat(StuckDesk.seenBy(Set.of(SHARED), OURS::equals, List.of(missed, ours, theirs, stranger)))
                .containsExactly(missed, ours);
    }

    private static Stuck stuck(UUID person, Why why, ClientId client) {
        return new Stuck(person, "Besa Leka", Presence.WRAP_UP, Instant.EPOCH, why, client);
    }
}
