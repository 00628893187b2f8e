package org.fairlead.campaign;

import java.util.UUID;
import org.fairlead.shared.ClientId;

/**
 * A list's reading went on, or came to its end. Fired at most a few times a second for each list; observers hand it on
 * at once.
 *
 * @param state as in {@link LeadListView}
 */
public record UploadProgressed(
        ClientId client,
        UUID campaignId,
        UUID listId,
        String state,
        int percent,
        int rowsRead,
        int rowsLoaded,
        int rowsBad) {}
