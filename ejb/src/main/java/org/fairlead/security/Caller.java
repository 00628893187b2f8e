package org.fairlead.security;

import java.util.Set;
import java.util.UUID;
import org.fairlead.shared.ClientId;

/**
 * The person (or system) on whose behalf the present transaction works.
 *
 * @param clients whose rows may be seen, client 0 included for those who see the outsourcer's own
 * @param language of the interface, a tag such as {@code en}, {@code tr}
 */
public record Caller(UUID personId, String login, String name, int siteId, String language, Set<ClientId> clients) {

    public boolean serves(ClientId client) {
        return clients.contains(client);
    }
}
