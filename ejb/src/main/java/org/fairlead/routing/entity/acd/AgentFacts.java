package org.fairlead.routing.entity.acd;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What an agent may serve. */
public record AgentFacts(
        UUID id, Set<Integer> clients, Map<String, Integer> skills, int site, Set<String> teams, Capacity capacity) {

    public AgentFacts {
        clients = Set.copyOf(clients);
        skills = Map.copyOf(skills);
        teams = Set.copyOf(teams);
    }

    public static AgentFacts of(UUID id, Set<Integer> clients, Map<String, Integer> skills) {
        return new AgentFacts(id, clients, skills, 0, Set.of(), Capacity.voice());
    }

    /** The same agent in another role. */
    public AgentFacts as(Set<Integer> nowClients, Map<String, Integer> nowSkills) {
        return new AgentFacts(id, nowClients, nowSkills, site, teams, capacity);
    }
}
