package org.fairlead.gateway.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.Head;
import org.fairlead.jms.GatewayEvent.LiveCall;

/**
 * Numbers the events: 1, 2, 3 for each call and, under the id of this run, for what concerns the gateway as a whole.
 * Knows which calls live and, for a while, which have ended. It lives in memory; a call that outlives this process in
 * a real engine cannot be numbered on, which the durable store of the site link will change.
 */
final class CallBook {

    private static final int ENDED_KEPT = 50_000;

    private final String gateway;
    private final UUID run;
    private final Map<UUID, Entry> live = new LinkedHashMap<>();
    private final Map<UUID, Boolean> ended = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > ENDED_KEPT;
        }
    };
    private int runSequence;

    CallBook(String gateway, UUID run) {
        this.gateway = gateway;
        this.run = run;
    }

    private static final class Entry {
        private int sequence;
        private boolean answered;
    }

    boolean lives(UUID call) {
        return live.containsKey(call);
    }

    /** Whether this call lives here or lived here. */
    boolean knows(UUID call) {
        return lives(call) || ended.containsKey(call);
    }

    /** A call begins. */
    void open(UUID call) {
        live.put(call, new Entry());
    }

    /** A call that never was: its one event is numbered 1 and nothing follows. */
    Head only(UUID call, Instant at) {
        ended.put(call, true);
        return new Head(gateway, call, 1, at);
    }

    /** Nothing is told about this call. */
    void disown(UUID call) {
        ended.put(call, true);
    }

    /** The head of a call's next event; the call lives. */
    Head next(UUID call, Instant at) {
        Entry entry = live.get(call);
        if (entry == null) {
            throw new IllegalStateException("call " + call + " does not live here");
        }
        entry.sequence++;
        return new Head(gateway, call, entry.sequence, at);
    }

    /** The head of an event that belongs to no living call. */
    Head nextOfRun(Instant at) {
        runSequence++;
        return new Head(gateway, run, runSequence, at);
    }

    /** Keeps what an event says about its call. */
    void note(GatewayEvent event) {
        UUID call = event.head().call();
        if (event instanceof GatewayEvent.CallEnded || event instanceof GatewayEvent.DialFailed) {
            live.remove(call);
            ended.put(call, true);
        } else if (event instanceof GatewayEvent.CallOffered
                || event instanceof GatewayEvent.Answered
                || event instanceof GatewayEvent.MachineAnswered) {
            Entry entry = live.get(call);
            if (entry != null) {
                entry.answered = true;
            }
        }
    }

    Set<UUID> liveIds() {
        return Set.copyOf(live.keySet());
    }

    List<LiveCall> liveCalls() {
        List<LiveCall> calls = new ArrayList<>(live.size());
        live.forEach((call, entry) -> calls.add(new LiveCall(call, entry.sequence, entry.answered)));
        return calls;
    }
}
