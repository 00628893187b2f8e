package org.fairlead.routing.entity.acd;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What an agent may serve.
 *
 * @param queues these alone, whatever clients and skills say; empty for all
 */
public record AgentFacts(
        UUID id,
        Set<Integer> clients,
        Map<String, Integer> skills,
        int site,
        Set<String> teams,
        Capacity capacity,
        Set<UUID> queues) {

    public AgentFacts {
        clients = Set.copyOf(clients);
        skills = Map.copyOf(skills);
        teams = Set.copyOf(teams);
        queues = Set.copyOf(queues);
    }

    /** In all queues. */
    public AgentFacts(
            UUID id,
            Set<Integer> clients,
            Map<String, Integer> skills,
            int site,
            Set<String> teams,
            Capacity capacity) {
        this(id, clients, skills, site, teams, capacity, Set.of());
    }

    public static AgentFacts of(UUID id, Set<Integer> clients, Map<String, Integer> skills) {
        return new AgentFacts(id, clients, skills, 0, Set.of(), Capacity.voice());
    }

    /** The same agent in another role. */
    public AgentFacts as(Set<Integer> nowClients, Map<String, Integer> nowSkills, Set<UUID> nowQueues) {
        return new AgentFacts(id, nowClients, nowSkills, site, teams, capacity, nowQueues);
    }

    /** Whether the agent is there for this queue, if skilled. */
    boolean worksIn(QueueRules queue) {
        return (queues.isEmpty() || queues.contains(queue.id())) && clients.contains(queue.client());
    }
}
