package org.fairlead.campaign;

import java.time.Instant;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * A lead list and how far its reading is.
 *
 * @param state {@code READING}, {@code LOADED}, {@code REFUSED} (nothing loaded, by rule), {@code FAILED} (nothing loaded,
 *     by accident: to be uploaded again)
 * @param percent of the file that is read, 100 at the end
 * @param rowsUpdated of people whom the campaign had already
 * @param reason why it was refused or failed: key {@code fault.} and the reason of the bundles; null while all is well
 * @param worked how far it is worked through
 * @param detail what the reason is about, such as the header's odd name; null for none
 */
public record LeadListView(
        ClientId client,
        UUID campaignId,
        UUID listId,
        String name,
        String uploadedBy,
        Instant uploadedAt,
        String state,
        boolean allOrNone,
        int percent,
        int rowsRead,
        int rowsLoaded,
        int rowsUpdated,
        int rowsBad,
        @Nullable String reason,
        @Nullable String detail,
        Worked worked) {

    /**
     * How far a loaded list is worked through.
     *
     * @param leads of the list that the campaign has now
     * @param tried at least once
     * @param done talked to, or not to be called
     * @param exhausted nothing is left to try
     */
    public record Worked(int leads, int tried, int done, int exhausted) {

        /** Whether nobody of it is left to be called. */
        public boolean out() {
            return leads > 0 && done + exhausted >= leads;
        }
    }
}
