package org.fairlead.routing.entity.acd;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything the distributor must know to go on as if nothing had happened. */
public record AcdSnapshot(long now, List<OfQueue> queues, List<OfAgent> agents, List<OfContact> contacts) {

    public AcdSnapshot {
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        contacts = List.copyOf(contacts);
    }

    /**
     * @param interval between two who get through, and when the last did: what waits are told from
     */
    public record OfQueue(
            QueueRules rules,
            boolean gated,
            long turn,
            Map<UUID, Long> turns,
            Map<Integer, Long> given,
            long interval,
            long last) {

        /** A queue in which nothing has happened yet. */
        public static OfQueue fresh(QueueRules rules) {
            return new OfQueue(rules, false, 0, Map.of(), Map.of(), -1, -1);
        }
    }

    /** Whether an agent is there and asked. */
    public enum Presence {
        GONE,
        UNREADY,
        READY
    }

    public record OfAgent(
            AgentFacts own,
            AgentFacts now,
            long roleUntil,
            Presence presence,
            long idleSince,
            long presentSince,
            long busySince,
            long busyMillis,
            int handled) {

        /** An agent in the own role, of whose day nothing is known. */
        public static OfAgent of(AgentFacts facts, Presence presence, long since) {
            return new OfAgent(facts, facts, 0, presence, since, since, since, 0, 0);
        }
    }

    /** Where a contact is. */
    public enum State {
        WAITING,
        ASIDE,
        OFFERED,
        SERVED
    }

    /**
     * @param queue in which it is now
     * @param due when it comes back to its line, or its offer falls; 0 for never
     */
    public record OfContact(
            ContactFacts facts,
            UUID queue,
            State state,
            long entered,
            int overflows,
            int hops,
            int site,
            boolean callback,
            boolean preferredPast,
            boolean held,
            @Nullable UUID agent,
            int number,
            long due) {

        /** One that waits since it came. */
        public static OfContact waiting(ContactFacts facts) {
            return new OfContact(
                    facts, facts.queue(), State.WAITING, facts.since(), 0, 0, -1, false, false, false, null, 0, 0);
        }
    }
}
