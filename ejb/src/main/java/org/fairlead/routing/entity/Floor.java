package org.fairlead.routing.entity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import org.fairlead.routing.Presence;
import org.fairlead.telephony.CallState;
import org.jspecify.annotations.Nullable;

/** Everything the engine has in memory. */
final class Floor {

    private static final int REMEMBERED = 20_000;
    private static final int EPOCH_SHIFT = 32;

    final Router router;
    final long epoch;
    final Settings settings;
    Reference reference;
    final Map<UUID, LiveContact> contacts = new LinkedHashMap<>();
    final Map<UUID, LiveAgent> agents = new LinkedHashMap<>();
    final Map<String, LiveAgent> byLogin = new HashMap<>();
    /** Who is asked about which contact while its customer waits. */
    final Map<UUID, LiveAgent> consulted = new LinkedHashMap<>();
    /** Calls of which something was heard before their offer. */
    final Map<UUID, CallState> strays = bounded();
    /** To whom calls that are over belonged, for events that come late. */
    final Map<UUID, Integer> over = bounded();

    final PriorityQueue<Deadline> deadlines =
            new PriorityQueue<>(Comparator.comparing(Deadline::at).thenComparing(Deadline::subject));
    /** Programmes whose agents are kept for their calls. */
    Set<UUID> kept = Set.of();

    private long counter;

    Floor(Router router, Reference reference, long epoch, Settings settings) {
        this.router = router;
        this.reference = reference;
        this.epoch = epoch;
        this.settings = settings;
    }

    /** Grows for ever, also over restarts: each owner has a higher epoch. */
    long nextNumber() {
        counter++;
        return (epoch << EPOCH_SHIFT) | counter;
    }

    @Nullable
    LiveAgent agentOf(LiveContact contact) {
        return contact.agentId == null ? null : agents.get(contact.agentId);
    }

    @Nullable
    LiveContact contactOf(LiveAgent agent) {
        return agent.contactId == null ? null : contacts.get(agent.contactId);
    }

    /** Tells the router whether the agent is there, and can take a contact. */
    void announce(LiveAgent agent) {
        if (agent.ready()) {
            router.ready(agent.id(), agent.since);
        } else if (agent.presence == Presence.OFFLINE || !agent.facts.active()) {
            router.absent(agent.id());
        } else {
            router.unready(agent.id());
        }
    }

    LiveAgent add(LiveAgent agent) {
        agents.put(agent.id(), agent);
        byLogin.put(agent.facts.login(), agent);
        router.know(agent.facts);
        return agent;
    }

    private static <V> Map<UUID, V> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
