package org.fairlead.contact;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal, written once and never changed.
 *
 * @param position 1, 2, 3 ... within the contact
 */
public record JournalEntry(
        int client,
        UUID contactId,
        int position,
        Instant at,
        ContactEventKind kind,
        @Nullable UUID programId,
        @Nullable UUID queueId,
        @Nullable UUID campaignId,
        @Nullable UUID agentId,
        Map<String, Object> detail) {

    public JournalEntry {
        detail = Map.copyOf(detail);
    }
}
