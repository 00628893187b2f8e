package org.fairlead.client;

import java.util.Map;
import java.util.Set;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * What a BPO admin may set on a person. All of it replaces what was there.
 *
 * @param version of the person as it was read
 * @param site where the person works
 * @param language of the interface and of the script's second column
 * @param role as the person has it in Keycloak, for lists to show; null where nobody has said
 */
public record PersonEdit(
        int version,
        String name,
        int site,
        String language,
        @Nullable String role,
        boolean active,
        Map<String, Integer> skills,
        Set<ClientId> clients,
        Set<String> teams) {

    public PersonEdit {
        teams = Set.copyOf(teams);
        // a field that a form leaves empty arrives as nothing
        name = name == null ? "" : name;
        language = language == null ? "" : language;
        skills = Map.copyOf(skills);
        clients = Set.copyOf(clients);
    }

    /** In no team. */
    public PersonEdit(
            int version,
            String name,
            int site,
            String language,
            @Nullable String role,
            boolean active,
            Map<String, Integer> skills,
            Set<ClientId> clients) {
        this(version, name, site, language, role, active, skills, clients, Set.of());
    }
}
