package org.fairlead.routing.entity;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fairlead.routing.Presence;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/** Pauses and what agents say about them. */
public final class Pauses {

    private static final Set<Presence> KINDS = EnumSet.of(
            Presence.BREAK,
            Presence.LUNCH,
            Presence.MEETING,
            Presence.TRAINING,
            Presence.DO_NOT_DISTURB,
            Presence.AWAY);

    private Pauses() {}

    /** Whether an agent can give a reason for it. */
    public static boolean isPause(Presence presence) {
        return KINDS.contains(presence);
    }

    /** Where there are reasons for a kind of pause, the agent must give one of them. */
    static void require(Reference reference, LiveAgent agent, Presence wanted, @Nullable String reason) {
        Set<String> codes = new TreeSet<>();
        codes.addAll(of(reference, 0, wanted));
        agent.facts.clients().forEach(client -> codes.addAll(of(reference, client, wanted)));
        if (!codes.isEmpty() && (reason == null || !codes.contains(reason))) {
            throw new Refused("desk.pause-reason", wanted.name());
        }
    }

    private static Set<String> of(Reference reference, int client, Presence wanted) {
        Set<String> codes = new TreeSet<>();
        Map<String, Presence> reasons = reference.pauses().getOrDefault(client, Map.of());
        reasons.forEach((code, presence) -> {
            if (presence == wanted) {
                codes.add(code);
            }
        });
        return codes;
    }
}
