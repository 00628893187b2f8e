package org.fairlead.routing;

import java.util.Map;

/** The floor as the engine has it in memory: reading it costs no query. Spans all clients; show a caller only what they serve. */
public interface EngineView {

    FloorSnapshot snapshot();

    /** Whether the engine runs on this node and can store what it decides. */
    boolean here();

    /** How many waiting contacts each agent at a desk could be given, by log-in. */
    Map<String, Integer> waitingFor();
}
