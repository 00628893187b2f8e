package org.fairlead.routing.entity.acd;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a ring asks of an agent.
 *
 * @param oneOf of these skills one is enough; empty for none asked
 * @param members the agents who may be asked; empty for all
 */
record Needs(
        Map<String, Integer> skills,
        Map<String, Integer> oneOf,
        Set<Integer> sites,
        Set<String> teams,
        Set<UUID> members) {

    private static final String LANGUAGE = "lang:";

    static Needs of(Ring ring, String language, Map<String, Integer> extra, int site, Set<UUID> list) {
        Map<String, Integer> skills = new HashMap<>(ring.skills());
        extra.forEach((skill, least) -> skills.merge(skill, least, Math::max));
        Map<String, Integer> oneOf = new HashMap<>();
        if (ring.language() > 0) {
            oneOf.put(LANGUAGE + language, ring.language());
            if (ring.fallback() != null) {
                oneOf.put(LANGUAGE + ring.fallback(), ring.language());
            }
        }
        Set<Integer> sites = new HashSet<>(ring.sites());
        if (site >= 0 && !sites.isEmpty()) {
            sites.add(site);
        }
        return new Needs(skills, oneOf, sites, ring.teams(), ring.listed() ? list : Set.of());
    }

    /** Whatever is asked beside {@link #skills}. */
    boolean metBeside(AgentFacts agent) {
        if (!sites.isEmpty() && !sites.contains(agent.site())) {
            return false;
        }
        if (!members.isEmpty() && !members.contains(agent.id())) {
            return false;
        }
        if (!teams.isEmpty() && teams.stream().noneMatch(agent.teams()::contains)) {
            return false;
        }
        return oneOf.isEmpty() || hasOne(agent);
    }

    private boolean hasOne(AgentFacts agent) {
        for (Map.Entry<String, Integer> asked : oneOf.entrySet()) {
            if (agent.skills().getOrDefault(asked.getKey(), 0) >= asked.getValue()) {
                return true;
            }
        }
        return false;
    }
}
