package org.fairlead.campaign;

import java.time.Instant;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended.
 *
 * @param outcome as the attempt table has it; {@code UNKNOWN} counts as an attempt and is never redialled on its own,
 *     {@code EXPIRED} and {@code REFUSED} say that nothing left
 * @param disposition as the agent chose it, null when no agent was in it
 * @param callbackAt when the customer asked to be called again
 * @param callbackMine whether the agent who promised it keeps the callback
 */
public record AttemptEnd(
        ClientId client,
        UUID attemptId,
        String outcome,
        @Nullable String disposition,
        @Nullable UUID agentId,
        @Nullable Instant callbackAt,
        boolean callbackMine,
        Instant endedAt) {}
