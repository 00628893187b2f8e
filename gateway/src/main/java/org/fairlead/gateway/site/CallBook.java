package org.fairlead.gateway.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.gateway.store.SiteStore;
import org.fairlead.gateway.store.SiteStore.KeptCall;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.Head;
import org.fairlead.jms.GatewayEvent.LiveCall;

/**
 * Numbers the events: 1, 2, 3 for each call and, under the id of this run, for what concerns the gateway as a whole.
 * Knows which calls live and, for a while, which have ended. The store remembers the live ones with a number that none
 * of their events has passed, so that the next process numbers on above it: numbers may skip, they never come twice.
 */
final class CallBook {

    private static final int ENDED_KEPT = 50_000;
    private static final int AHEAD = 64;

    private final String gateway;
    private final UUID run;
    private final SiteStore store;
    private final Map<UUID, Entry> live = new LinkedHashMap<>();
    private final Map<UUID, Boolean> ended = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > ENDED_KEPT;
        }
    };
    private int runSequence;

    CallBook(String gateway, UUID run, SiteStore store) {
        this.gateway = gateway;
        this.run = run;
        this.store = store;
        for (KeptCall call : store.left().calls()) {
            Entry entry = new Entry();
            entry.sequence = call.ceiling();
            entry.ceiling = call.ceiling();
            entry.answered = call.answered();
            live.put(call.call(), entry);
        }
    }

    private static final class Entry {
        private int sequence;
        private int ceiling;
        private boolean answered;
        private boolean elsewhere;
    }

    boolean lives(UUID call) {
        return live.containsKey(call);
    }

    /** Whether this call lives here or lived here. */
    boolean knows(UUID call) {
        return lives(call) || ended.containsKey(call);
    }

    /** Whether this call, which lives, has been answered. */
    boolean answered(UUID call) {
        Entry entry = live.get(call);
        return entry != null && entry.answered;
    }

    /** Calls that were dialled and that nobody has answered yet. */
    List<UUID> ringing() {
        return live.entrySet().stream()
                .filter(call -> !call.getValue().answered)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** An agent's number is rung for this call: a second line to the carrier, until the agent is out of it. */
    void ringsElsewhere(UUID call, boolean rings) {
        Entry entry = live.get(call);
        if (entry != null) {
            entry.elsewhere = rings;
        }
    }

    /** Lines to the carrier that are in use. What the process before this one had rung is counted as one line a call. */
    int lines() {
        return live.size()
                + (int) live.values().stream().filter(entry -> entry.elsewhere).count();
    }

    /** A call begins. */
    void open(UUID call) {
        Entry entry = new Entry();
        entry.ceiling = AHEAD;
        live.put(call, entry);
        keep(call, entry);
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
        if (entry.sequence > entry.ceiling) {
            entry.ceiling += AHEAD;
            keep(call, entry);
        }
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
            store.ended(call);
        } else if (event instanceof GatewayEvent.ConnectFailed || event instanceof GatewayEvent.AgentLeft) {
            ringsElsewhere(call, false);
        } else if (event instanceof GatewayEvent.CallOffered
                || event instanceof GatewayEvent.Answered
                || event instanceof GatewayEvent.MachineAnswered) {
            Entry entry = live.get(call);
            if (entry != null && !entry.answered) {
                entry.answered = true;
                keep(call, entry);
            }
        }
    }

    private void keep(UUID call, Entry entry) {
        store.lives(new KeptCall(call, entry.ceiling, entry.answered));
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
