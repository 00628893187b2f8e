package org.fairlead.dialer.entity;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.fairlead.routing.OutboundScene;
import org.fairlead.routing.OutboundScene.CallNow;
import org.fairlead.routing.OutboundScene.CrewNow;
import org.fairlead.routing.OutboundScene.Doing;
import org.fairlead.routing.OutboundScene.Stage;

/**
 * Tells a policy what happened between two looks at the floor. It needs no memory beyond the last look, so nothing is lost
 * for good: what a restart or a hole hid is seen at the next look. Instants are those of the happenings, not of the look.
 */
public final class SceneFeed {

    private final PacingPolicy policy;
    private final ToDoubleFunction<UUID> odds;
    private final Map<UUID, Long> numbers = new HashMap<>();
    private final Map<UUID, Stage> calls = new HashMap<>();
    private final Map<UUID, CrewNow> crew = new HashMap<>();
    private long counter;

    public SceneFeed(PacingPolicy policy) {
        this(policy, call -> 1);
    }

    /** @param odds how likely a call is to be answered, as a ratio of odds against the usual one */
    public SceneFeed(PacingPolicy policy, ToDoubleFunction<UUID> odds) {
        this.policy = policy;
        this.odds = odds;
    }

    public void look(OutboundScene scene) {
        long now = scene.at().toEpochMilli();
        Set<UUID> seen = new HashSet<>();
        for (CrewNow agent : scene.crew()) {
            seen.add(agent.agentId());
            arrives(agent, now);
        }
        for (CallNow call : scene.calls()) {
            moved(call, now);
        }
        for (CrewNow agent : scene.crew()) {
            changed(agent, now);
        }
        vanishedCalls(scene, now);
        for (UUID gone : Set.copyOf(crew.keySet())) {
            if (!seen.contains(gone)) {
                crew.remove(gone);
                policy.gone(number(gone), now);
                numbers.remove(gone);
            }
        }
        policy.claimed(scene.claimed());
    }

    private long number(UUID id) {
        return numbers.computeIfAbsent(id, fresh -> ++counter);
    }

    /** Who comes to work is ready first, whatever it is that they do now. */
    private void arrives(CrewNow agent, long now) {
        if (!crew.containsKey(agent.agentId())) {
            policy.ready(number(agent.agentId()), past(agent.since(), now));
            crew.put(agent.agentId(), new CrewNow(agent.agentId(), Doing.READY, agent.since()));
        }
    }

    private void changed(CrewNow agent, long now) {
        CrewNow before = crew.put(agent.agentId(), agent);
        boolean same = before != null && before.doing() == agent.doing();
        long since = past(agent.since(), now);
        Instant finishing = agent.finishing();
        if (finishing != null && (before == null || before.finishing() == null) && same) {
            policy.finishing(number(agent.agentId()), past(finishing, now));
        }
        if (same && (agent.doing() != Doing.BUSY || before.since().equals(agent.since()))) {
            return;
        }
        switch (agent.doing()) {
            case READY -> policy.ready(number(agent.agentId()), since);
            case WRAP_UP -> policy.released(number(agent.agentId()), since);
            case BUSY -> policy.occupied(number(agent.agentId()), since);
        }
    }

    private void moved(CallNow call, long now) {
        Stage before = calls.get(call.call());
        Stage stage = call.stage();
        long number = number(call.call());
        if (before == null) {
            if (stage == Stage.OVER) {
                return;
            }
            policy.dialed(number, odds.applyAsDouble(call.call()), past(call.dialledAt(), now));
        }
        calls.put(call.call(), stage);
        if (before == stage) {
            return;
        }
        boolean early = before == null || before == Stage.RINGING;
        Instant answered = call.answeredAt();
        if (early && stage != Stage.RINGING && answered != null) {
            policy.answered(number, past(answered, now));
            early = false;
        }
        Instant connected = call.connectedAt();
        boolean unserved = before != Stage.CONNECTED && before != Stage.ABANDONED && before != Stage.OVER;
        if (stage == Stage.ABANDONED && unserved) {
            policy.abandoned(number, now);
        } else if (connected != null && unserved && stage != Stage.RINGING) {
            UUID agent = call.agentId();
            policy.connected(number, agent == null ? -1 : number(agent), past(connected, now));
        } else if (stage == Stage.OVER && early) {
            policy.failed(number, now);
        } else if (stage == Stage.OVER && unserved) {
            policy.abandoned(number, now);
        }
    }

    /** Calls that are not there any more: one that rang was not answered, one that waited was not served. */
    private void vanishedCalls(OutboundScene scene, long now) {
        Set<UUID> there = new HashSet<>();
        scene.calls().forEach(call -> there.add(call.call()));
        for (UUID gone : Set.copyOf(calls.keySet())) {
            if (!there.contains(gone)) {
                Stage last = calls.remove(gone);
                if (last == Stage.RINGING) {
                    policy.failed(number(gone), now);
                } else if (last == Stage.WAITING) {
                    policy.abandoned(number(gone), now);
                }
                numbers.remove(gone);
            }
        }
    }

    private static long past(Instant at, long now) {
        return Math.min(at.toEpochMilli(), now);
    }
}
