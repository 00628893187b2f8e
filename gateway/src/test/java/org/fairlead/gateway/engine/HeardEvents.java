package org.fairlead.gateway.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.fairlead.jms.GatewayEvent;

/** Hears an engine and remembers, for tests. */
public final class HeardEvents implements EngineListener {

    private final List<GatewayEvent> events = new CopyOnWriteArrayList<>();
    private final Map<UUID, byte[]> said = new ConcurrentHashMap<>();

    @Override
    public void happened(UUID call, Function<GatewayEvent.Head, GatewayEvent> event) {
        int sequence = of(call).size() + 1;
        events.add(event.apply(new GatewayEvent.Head("test", call, sequence, Instant.EPOCH)));
    }

    @Override
    public void recorded(UUID call, byte[] audio) {
        said.put(call, audio);
    }

    /** What was said into a voicemail; nothing as long as it is on its way. */
    public byte[] said(UUID call) {
        return said.getOrDefault(call, new byte[0]);
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
