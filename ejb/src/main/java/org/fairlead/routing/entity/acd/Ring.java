package org.fairlead.routing.entity.acd;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked after some wait; those of the rings before stay asked. The first ring begins at once, the next ones are
 * wider: lower proficiency, another language, more teams, more sites.
 *
 * @param skills each with the least proficiency
 * @param language least proficiency in the contact's language; 0 when it does not matter
 * @param fallback a language that serves as well, at the same proficiency
 * @param sites where the agent may be; empty for everywhere
 * @param teams to which the agent must belong; empty for any
 * @param listed whether only the agents of the queue's list are asked
 */
public record Ring(
        long afterMillis,
        Map<String, Integer> skills,
        int language,
        @Nullable String fallback,
        Set<Integer> sites,
        Set<String> teams,
        boolean listed) {

    public Ring {
        skills = Map.copyOf(skills);
        sites = Set.copyOf(sites);
        teams = Set.copyOf(teams);
    }

    public static Ring of(Map<String, Integer> skills) {
        return new Ring(0, skills, 0, null, Set.of(), Set.of(), false);
    }

    public Ring after(long millis) {
        return new Ring(millis, skills, language, fallback, sites, teams, listed);
    }

    public Ring speaking(int proficiency, @Nullable String orElse) {
        return new Ring(afterMillis, skills, proficiency, orElse, sites, teams, listed);
    }

    public Ring at(Set<Integer> newSites) {
        return new Ring(afterMillis, skills, language, fallback, newSites, teams, listed);
    }

    public Ring in(Set<String> newTeams) {
        return new Ring(afterMillis, skills, language, fallback, sites, newTeams, listed);
    }

    public Ring onlyListed() {
        return new Ring(afterMillis, skills, language, fallback, sites, teams, true);
    }
}
