package org.fairlead.client;

import java.util.Set;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Which people, in which order.
 *
 * @param search part of a name, log-in or skill; null for all
 * @param skills found as well, whatever the search says: what it means in the reader's language
 * @param site code of a site; null for all
 * @param client whom they serve; null for any
 * @param sort {@code name}, {@code login}, {@code site}, {@code language}, {@code role}, {@code active}; anything else
 *     is by name
 * @param language of the reader, whose alphabet orders
 */
public record PeopleQuery(
        @Nullable String search,
        Set<String> skills,
        @Nullable String site,
        @Nullable ClientId client,
        @Nullable String sort,
        boolean descending,
        String language) {

    public PeopleQuery {
        skills = Set.copyOf(skills);
    }
}
