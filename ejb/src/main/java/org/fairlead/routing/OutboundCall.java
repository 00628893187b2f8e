package org.fairlead.routing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * One attempt that may leave: its verdict is "allowed" and its row is written. The attempt's id becomes the contact's
 * and the call's id, so that it can leave once only.
 *
 * @param number in E.164 form
 * @param language in which the customer is addressed
 * @param label call type that the agent sees and hears
 * @param skills what an agent needs: skill and least proficiency
 * @param expiresAt after this instant it must not leave any more
 * @param announcement what the customer hears in place of an agent; null for an agent's call
 * @param agentId the one agent who is to get it (a callback that was promised), or null for any
 */
public record OutboundCall(
        ClientId client,
        UUID programId,
        UUID campaignId,
        String campaignName,
        UUID leadId,
        UUID attemptId,
        @Nullable UUID customerId,
        String gateway,
        String number,
        String callerId,
        String language,
        String label,
        Map<String, Integer> skills,
        int ringSeconds,
        int wrapUpSeconds,
        int previewSeconds,
        boolean detectMachine,
        Instant expiresAt,
        @Nullable Announcement announcement,
        @Nullable UUID agentId) {

    public OutboundCall {
        skills = Map.copyOf(skills);
    }
}
