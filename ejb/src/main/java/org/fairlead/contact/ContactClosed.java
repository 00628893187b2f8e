package org.fairlead.contact;

import java.time.Instant;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * A contact is closed; fired after commit with {@code fireAsync}, so observe it with {@code @ObservesAsync}. It is not
 * repeated after a crash: whoever must not miss one compares with the contact table when the server starts.
 *
 * @param dialled the number that was dialled, ours (inbound) or the customer's (outbound)
 * @param disposition as the agent chose it; {@code NONE} when wrap-up ended by itself; null when no agent was in it
 * @param callbackAt when the customer asked to be called again
 * @param callbackMine whether the agent who promised it keeps the callback
 */
public record ContactClosed(
        ClientId client,
        UUID contactId,
        @Nullable UUID programId,
        @Nullable UUID queueId,
        @Nullable UUID campaignId,
        @Nullable UUID leadId,
        @Nullable UUID attemptId,
        @Nullable UUID agentId,
        String direction,
        String dialled,
        Outcome outcome,
        @Nullable String disposition,
        @Nullable String note,
        @Nullable Instant callbackAt,
        boolean callbackMine,
        @Nullable Instant connectedAt,
        Instant endedAt,
        Instant closedAt) {

    private static final String BY_ITSELF = "NONE";

    /** Whether wrap-up ended by itself: nobody said what came of the contact. */
    public boolean closedByItself() {
        return BY_ITSELF.equals(disposition);
    }
}
