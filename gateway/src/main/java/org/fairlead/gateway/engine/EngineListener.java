package org.fairlead.gateway.engine;

import java.util.UUID;
import java.util.function.Function;
import org.fairlead.jms.GatewayEvent;

/** Hears what happens to the calls of an engine, on the site's timeline, in the order in which it happened. */
@FunctionalInterface
public interface EngineListener {

    /**
     * @param call which call
     * @param event makes the event from the head that the listener numbers: {@code GatewayEvent.Ringing::new}
     */
    void happened(UUID call, Function<GatewayEvent.Head, GatewayEvent> event);

    /**
     * What a customer said into a voicemail; their call may be over.
     *
     * @param audio G.711 mu-law, 8,000 samples a second
     */
    default void recorded(UUID call, byte[] audio) {}

    /** The engine can be commanded now, for the first time or again; what it lost meanwhile has been told. */
    default void reachable() {}
}
