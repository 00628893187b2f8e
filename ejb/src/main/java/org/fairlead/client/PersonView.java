package org.fairlead.client;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Someone who works at the outsourcer, or for a client with it.
 *
 * @param language of the interface and of the script's second column
 * @param role as somebody noted it when the person was made or edited; Keycloak alone decides what is allowed
 * @param version rises with each edit
 * @param skills proficiency 1 to 5 by skill; languages are skills ({@code lang:it})
 * @param clients whom the person serves, as far as the reader may see these clients
 * @param teams that queues may prefer
 */
public record PersonView(
        UUID id,
        String login,
        String name,
        SiteView site,
        String language,
        @Nullable String role,
        boolean active,
        int version,
        Map<String, Integer> skills,
        Set<ClientId> clients,
        Set<String> teams) {

    public PersonView {
        teams = Set.copyOf(teams);
        skills = Map.copyOf(skills);
        clients = Set.copyOf(clients);
    }

    /** In no team. */
    public PersonView(
            UUID id,
            String login,
            String name,
            SiteView site,
            String language,
            @Nullable String role,
            boolean active,
            int version,
            Map<String, Integer> skills,
            Set<ClientId> clients) {
        this(id, login, name, site, language, role, active, version, skills, clients, Set.of());
    }
}
