package org.fairlead.client;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.shared.ClientId;

/**
 * Someone who works at the outsourcer, or for a client with it.
 *
 * @param language of the interface and of the script's second column
 * @param skills proficiency 1 to 5 by skill; languages are skills ({@code lang:it})
 * @param clients whom the person serves, as far as the reader may see these clients
 */
public record PersonView(
        UUID id,
        String login,
        String name,
        SiteView site,
        String language,
        boolean active,
        Map<String, Integer> skills,
        Set<ClientId> clients) {

    public PersonView {
        skills = Map.copyOf(skills);
        clients = Set.copyOf(clients);
    }
}
