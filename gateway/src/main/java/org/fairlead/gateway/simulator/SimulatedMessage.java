package org.fairlead.gateway.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.jms.GatewayEvent;
import org.jspecify.annotations.Nullable;

/** The message that a simulated customer leaves: as long as they speak, or until they hang up. */
final class SimulatedMessage {

    private final SimulatedCall.World world;
    private final UUID call;
    private @Nullable Instant speaks;

    SimulatedMessage(SimulatedCall.World world, UUID call) {
        this.world = world;
        this.call = call;
    }

    void begins() {
        speaks = world.now();
    }

    void ends() {
        int seconds = (int) SimulatedVoice.SPEAKS.toSeconds();
        world.tell(call, head -> new GatewayEvent.MessageTaken(head, seconds));
        breaksOff();
    }

    /** Whoever hangs up has said what was said until then. */
    void breaksOff() {
        Instant since = speaks;
        if (since != null) {
            speaks = null;
            world.recorded(call, SimulatedVoice.of(Duration.between(since, world.now())));
        }
    }
}
