package org.fairlead.gateway.engine;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.fairlead.jms.GatewayEvent;

/** Hears an engine and remembers, for tests. */
public final class HeardEvents implements EngineListener {

    private final List<GatewayEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void happened(UUID call, Function<GatewayEvent.Head, GatewayEvent> event) {
        int sequence = of(call).size() + 1;
        events.add(event.apply(new GatewayEvent.Head("test", call, sequence, Instant.EPOCH)));
    }

    public List<GatewayEvent> of(UUID call) {
        return events.stream().filter(event -> event.head().call().equals(call)).toList();
    }

    public List<String> kindsOf(UUID call) {
        return of(call).stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    public GatewayEvent last(UUID call) {
        List<GatewayEvent> all = of(call);
        return all.get(all.size() - 1);
    }

    public boolean heard(UUID call, Class<? extends GatewayEvent> kind) {
        return of(call).stream().anyMatch(kind::isInstance);
    }
}
