package org.fairlead.routing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fairlead.jms.GatewayEvent.MonitorMode;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is going on, at one instant.
 *
 * @param waiting contacts without an agent, longest wait first
 */
public record FloorSnapshot(Instant at, List<QueueNow> queues, List<AgentNow> agents, List<WaitingNow> waiting) {

    /** Nothing known yet. */
    public static FloorSnapshot empty(Instant at) {
        return new FloorSnapshot(at, List.of(), List.of(), List.of());
    }

    /**
     * @param waiting contacts that wait or are being offered
     * @param longestSince when the longest waiting one was queued
     * @param inService contacts with an agent, wrap-up not counted
     * @param ready available agents who may serve this queue
     */
    public record QueueNow(
            int clientId,
            UUID programId,
            UUID queueId,
            String code,
            String name,
            int waiting,
            @Nullable Instant longestSince,
            int inService,
            int ready) {}

    /**
     * @param clientId of the contact at hand, 0 for none
     * @param clients whom the agent serves
     * @param ringing whether the customer whom the agent had dialled has not answered yet
     * @param stuck why the state lasts longer than it should; null while it does not
     * @param heard which supervisor is in the talk, or was asked for; null for none
     */
    public record AgentNow(
            UUID personId,
            String login,
            String name,
            int siteId,
            Presence presence,
            @Nullable String reason,
            Instant since,
            int clientId,
            @Nullable UUID contactId,
            @Nullable UUID queueId,
            @Nullable UUID campaignId,
            Set<Integer> clients,
            boolean ringing,
            StuckAgents.@Nullable Why stuck,
            @Nullable Heard heard) {}

    /** A supervisor in a talk. */
    public record Heard(String supervisor, MonitorMode mode) {}

    /** @param remote the customer's number, masked */
    public record WaitingNow(
            int clientId,
            UUID contactId,
            @Nullable UUID programId,
            @Nullable UUID queueId,
            @Nullable UUID campaignId,
            String label,
            String language,
            String remote,
            int priority,
            Instant queuedAt) {}
}
