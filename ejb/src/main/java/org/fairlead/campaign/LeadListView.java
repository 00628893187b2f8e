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
 * @param reason why it was refused or failed: key {@code fault.} and the reason of the bundles; null while all is well
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
        int rowsBad,
        @Nullable String reason,
        @Nullable String detail) {}
