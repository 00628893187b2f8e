package org.fairlead.gateway.simulator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.gateway.simulator.CallRecord.Direction;
import org.fairlead.gateway.simulator.CallRecord.Outcome;
import org.jspecify.annotations.Nullable;

/** What became of every call of a simulator, the latest twenty thousand one by one and all in sums. */
public final class CallRecords {

    private static final int KEPT = 20_000;

    private final Map<UUID, CallRecord> ended = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, CallRecord> eldest) {
            return size() > KEPT;
        }
    };
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final Map<Direction, Long> begun = new EnumMap<>(Direction.class);

    public void began(Direction direction) {
        begun.merge(direction, 1L, Long::sum);
    }

    public void ended(CallRecord call) {
        ended.put(call.call(), call);
        if (call.outcome() != null) {
            outcomes.merge(call.outcome(), 1L, Long::sum);
        }
    }

    public List<CallRecord> ended() {
        return new ArrayList<>(ended.values());
    }

    @Nullable
    CallRecord of(UUID call) {
        return ended.get(call);
    }

    public long begun(Direction direction) {
        return begun.getOrDefault(direction, 0L);
    }

    public Map<Outcome, Long> outcomes() {
        Map<Outcome, Long> copy = new EnumMap<>(Outcome.class);
        copy.putAll(outcomes);
        return copy;
    }
}
