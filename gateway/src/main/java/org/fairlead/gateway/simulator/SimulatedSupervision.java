package org.fairlead.gateway.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.MonitorMode;

/** Which supervisor is in which simulated talk; their telephones answer at once. */
final class SimulatedSupervision {

    private final BiConsumer<UUID, Function<GatewayEvent.Head, GatewayEvent>> told;
    private final Map<UUID, String> inside = new HashMap<>();

    SimulatedSupervision(BiConsumer<UUID, Function<GatewayEvent.Head, GatewayEvent>> told) {
        this.told = told;
    }

    void become(UUID call, String supervisor, MonitorMode mode) {
        if (mode == MonitorMode.OFF) {
            if (supervisor.equals(inside.get(call))) {
                end(call);
            }
            return;
        }
        if (!supervisor.equals(inside.get(call))) {
            end(call);
        }
        inside.put(call, supervisor);
        told.accept(call, head -> new GatewayEvent.Monitored(head, supervisor, mode));
    }

    void end(UUID call) {
        String supervisor = inside.remove(call);
        if (supervisor != null) {
            told.accept(call, head -> new GatewayEvent.Monitored(head, supervisor, MonitorMode.OFF));
        }
    }
}
