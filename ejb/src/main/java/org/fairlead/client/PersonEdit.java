package org.fairlead.client;

import java.util.Map;
import java.util.Set;
import org.fairlead.shared.ClientId;

/** What a BPO admin may set on a person. All of it replaces what was there. */
public record PersonEdit(boolean active, Map<String, Integer> skills, Set<ClientId> clients) {

    public PersonEdit {
        skills = Map.copyOf(skills);
        clients = Set.copyOf(clients);
    }
}
