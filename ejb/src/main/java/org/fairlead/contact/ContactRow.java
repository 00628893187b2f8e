package org.fairlead.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact's present state as it is stored; the columns of table {@code contact}.
 *
 * @param state OFFERED, QUEUED, RESERVED, CONNECTING, CONNECTED, WRAP_UP or ENDED
 * @param remote the customer's number
 * @param handling facts that the engine needs to go on after a restart, as JSON
 */
public record ContactRow(
        int client,
        UUID id,
        @Nullable UUID programId,
        @Nullable UUID queueId,
        @Nullable UUID campaignId,
        @Nullable UUID leadId,
        @Nullable UUID attemptId,
        @Nullable UUID customerId,
        String direction,
        String state,
        String language,
        String dialled,
        String remote,
        String label,
        String gateway,
        int lastSequence,
        int priority,
        @Nullable UUID agentId,
        int reservation,
        boolean held,
        String recording,
        Instant offeredAt,
        @Nullable Instant queuedAt,
        @Nullable Instant reservedAt,
        @Nullable Instant connectedAt,
        @Nullable Instant endedAt,
        @Nullable Instant closedAt,
        @Nullable Outcome outcome,
        @Nullable String disposition,
        @Nullable String note,
        String handling) {}
