package org.fairlead.routing.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.routing.QueuePolicies.Replayed;
import org.fairlead.routing.entity.Replay.Came;
import org.fairlead.routing.entity.Replay.Shift;
import org.fairlead.routing.entity.acd.AgentFacts;
import org.fairlead.routing.entity.acd.ContactFacts;
import org.fairlead.routing.entity.acd.QueueRules;
import org.fairlead.routing.entity.acd.Ring;
import org.junit.jupiter.api.Test;

/** An hour again, with the queue as it might be. */
class ReplayTest {

    private static final long NOON = 1_800_000_000_000L;
    private static final long MINUTE = 60_000;
    private static final UUID QUEUE = new UUID(1, 1);

    private static final QueueRules STRICT =
            QueueRules.of(QUEUE, 1).skills(Map.of("billing", 3)).build();

    @Test
    void whoWaitsIsAnsweredWhenAnAgentComesFreeAndWhoGaveUpGivesUpAgain() {
        List<Came> contacts = List.of(came(1, 0, -1), came(2, 1_000, -1), came(3, 2_000, 30_000));

        Replayed played = Replay.run(STRICT, 20, contacts, List.of(shift(1, 3)));

        assertThat(played.contacts()).isEqualTo(3);
        assertThat(played.answered()).isEqualTo(2);
        assertThat(played.gaveUp()).isEqualTo(1);
        assertThat(played.inTimePercent()).isEqualTo(33);
        assertThat(played.longestWaitSeconds()).isEqualTo(59);
    }

    @Test
    void aWiderRingHelpsWhoHasNobodyOfTheFirst() {
        QueueRules wider = QueueRules.of(QUEUE, 1)
                .rings(List.of(
                        Ring.of(Map.of("billing", 3)),
                        Ring.of(Map.of("billing", 1)).after(10_000)))
                .build();
        List<Came> contacts = List.of(came(1, 0, 40_000));
        List<Shift> shifts = List.of(shift(1, 1));

        assertThat(Replay.run(STRICT, 20, contacts, shifts).gaveUp()).isEqualTo(1);
        assertThat(Replay.run(wider, 20, contacts, shifts).answered()).isEqualTo(1);
        assertThat(Replay.run(wider, 20, contacts, shifts).meanWaitSeconds()).isEqualTo(10);
    }

    @Test
    void nobodyIsAskedBeforeOrAfterTheShift() {
        Shift late = new Shift(agent(1, 3), NOON + 5 * MINUTE, NOON + 6 * MINUTE);
        List<Came> contacts = List.of(came(1, 0, -1), came(2, 7 * MINUTE, 10_000));

        Replayed played = Replay.run(STRICT, 20, contacts, List.of(late));

        assertThat(played.answered()).isEqualTo(1);
        assertThat(played.longestWaitSeconds()).isEqualTo(300);
        assertThat(played.gaveUp()).isEqualTo(1);
    }

    private static Came came(int n, long after, long patience) {
        return new Came(ContactFacts.of(new UUID(2, n), QUEUE, "it", NOON + after), patience, MINUTE);
    }

    private static Shift shift(int n, int level) {
        return new Shift(agent(n, level), NOON - MINUTE, NOON + 60 * MINUTE);
    }

    private static AgentFacts agent(int n, int level) {
        return AgentFacts.of(new UUID(3, n), Set.of(1), Map.of("billing", level));
    }
}
