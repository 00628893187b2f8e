package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.routing.OpeningHours;
import org.fairlead.routing.OpeningHours.State;
import org.fairlead.shared.Holidays;
import org.jspecify.annotations.Nullable;

/** Which queues let callers in, and when that changes. */
final class Doors {

    private final Holidays holidays;
    private final Map<UUID, OpeningHours> hours = new HashMap<>();
    private final Map<UUID, State> states = new HashMap<>();
    private Instant next = Instant.MAX;

    Doors(Holidays holidays) {
        this.holidays = holidays;
    }

    /** @param own null for always open */
    State set(UUID queue, boolean open, @Nullable OpeningHours own, Instant now) {
        hours.remove(queue);
        State state = open ? State.OPEN : State.CLOSED;
        if (open && own != null) {
            hours.put(queue, own);
            state = own.at(now, holidays);
            next = earlier(next, own.until(now, holidays));
        }
        states.put(queue, state);
        return state;
    }

    /** Nothing opens or closes before. */
    Instant next() {
        return next;
    }

    /** Those that opened or closed until now. */
    Set<UUID> turned(Instant now) {
        if (now.isBefore(next)) {
            return Set.of();
        }
        Set<UUID> turned = new HashSet<>();
        next = Instant.MAX;
        for (Map.Entry<UUID, OpeningHours> each : hours.entrySet()) {
            State state = each.getValue().at(now, holidays);
            if (state != states.put(each.getKey(), state)) {
                turned.add(each.getKey());
            }
            next = earlier(next, each.getValue().until(now, holidays));
        }
        return turned;
    }

    State state(UUID queue) {
        return states.getOrDefault(queue, State.OPEN);
    }

    /** Whether callers are let in then, as far as it is set up. */
    boolean opens(UUID queue, Instant then) {
        OpeningHours own = hours.get(queue);
        return own == null ? state(queue) == State.OPEN : own.at(then, holidays) == State.OPEN;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
