package org.fairlead.routing;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.fairlead.shared.ClientId;

/**
 * What agents say when they pause. Once there are reasons for a kind of pause, the outsourcer's or of a client whom the
 * agent serves, one of them must be chosen. Limited to the caller's clients; the outsourcer's hold for everybody. Edits are
 * audited and take effect at once.
 */
public interface PauseReasons {

    /** Those that can be chosen. Roles: agent, supervisor, BPO admin. */
    List<Reason> active();

    /** Those that were switched off as well. Roles: supervisor, BPO admin. */
    List<Reason> all();

    /**
     * Makes one, or changes it. Role: BPO admin.
     *
     * @throws org.fairlead.shared.Refused {@code pause.code}, {@code pause.presence} or {@code pause.label}, named after the
     *     field, when it cannot be so
     */
    void save(Reason reason);

    /**
     * @param code small letters, digits and hyphens; kept with every pause, so it is never reused
     * @param presence a kind of pause
     * @param labels by language of the console; English must be there
     */
    record Reason(ClientId client, String code, Presence presence, Map<String, String> labels, boolean active)
            implements Serializable {

        public Reason {
            labels = Map.copyOf(labels);
        }

        /** In that language, else in English. */
        public String label(String language) {
            return labels.getOrDefault(language, labels.getOrDefault("en", code));
        }
    }

    /** Some were made or changed. */
    record Changed() {}
}
