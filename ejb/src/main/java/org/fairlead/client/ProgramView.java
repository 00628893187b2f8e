package org.fairlead.client;

import java.util.List;
import java.util.UUID;
import org.fairlead.shared.ClientId;

/**
 * One line of business of a client.
 *
 * @param languages spoken with its customers, never empty; the first is the default
 */
public record ProgramView(
        UUID id, ClientId client, String code, String name, Kind kind, List<String> languages, BrandView brand) {

    /** What a programme is for. */
    public enum Kind {
        SUPPORT,
        TELESALES,
        COLLECTIONS
    }

    public ProgramView {
        languages = List.copyOf(languages);
    }

    /** The language that is used where the wanted one is missing. */
    public String defaultLanguage() {
        return languages.get(0);
    }
}
