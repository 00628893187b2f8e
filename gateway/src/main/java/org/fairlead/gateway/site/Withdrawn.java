package org.fairlead.gateway.site;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Dials that were taken back before they came. */
final class Withdrawn {

    private static final int MOST = 10_000;

    private final Map<UUID, Instant> calls = new LinkedHashMap<>();

    /** @param until after this instant no dial of that call can come any more */
    void add(UUID call, Instant until, Instant now) {
        calls.values().removeIf(end -> end.isBefore(now));
        if (calls.size() < MOST) {
            calls.put(call, until);
        }
    }

    boolean contains(UUID call) {
        return calls.containsKey(call);
    }
}
