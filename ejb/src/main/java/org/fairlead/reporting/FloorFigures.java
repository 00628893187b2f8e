package org.fairlead.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.routing.FloorSnapshot;
import org.fairlead.routing.Presence;
import org.fairlead.routing.StuckAgents;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * The floor at one moment, over all clients: nobody is shown it but through {@link #within}, which leaves what the
 * viewer's clients are.
 *
 * @param parked messages that could not be read or delivered and wait for somebody to look at them
 */
public record FloorFigures(
        Instant at,
        List<QueueFigures> queues,
        List<CampaignFigures> campaigns,
        List<AgentFigures> agents,
        List<WaitingContact> waiting,
        List<LinkFigures> links,
        long parked) {

    /**
     * A tile of the floor.
     *
     * @param oldestSince when the longest waiting contact began to wait
     * @param inService contacts with an agent now
     * @param levelPercent the queue's own service level today, by its programme's agreement; null where not applicable
     * @param targetPercent null without an agreement
     * @param spare how many more contacts of this day may be late before the target is missed; below 0 it is missed
     */
    public record QueueFigures(
            ClientId client,
            String clientName,
            String clientMark,
            UUID queueId,
            UUID programId,
            String name,
            int waiting,
            @Nullable Instant oldestSince,
            int inService,
            @Nullable BigDecimal levelPercent,
            @Nullable BigDecimal targetPercent,
            int thresholdSeconds,
            long offeredToday,
            long abandonedToday,
            long spare) {}

    /**
     * A campaign's tile.
     *
     * @param answered by a person, in the window over which the campaign counts abandoned calls
     * @param abandoned of them
     * @param capPercent of them that may be abandoned
     * @param window {@code DAY}, {@code MONTH} or {@code DAYS_30}
     * @param stopped whether it dials for ready agents alone, since the next abandoned call could break the cap
     * @param halt why it runs and calls nobody; null while it can
     */
    public record CampaignFigures(
            ClientId client,
            String clientName,
            UUID campaignId,
            String name,
            String mode,
            String state,
            int inFlight,
            int talking,
            long answered,
            long abandoned,
            BigDecimal capPercent,
            String window,
            boolean stopped,
            @Nullable Halt halt) {}

    /**
     * A campaign that runs and calls nobody.
     *
     * @param rule that denied its last attempt, for {@link Why#DENIED}
     * @param until when the next lead is due; null for {@link Why#USED_UP}
     */
    public record Halt(Why why, @Nullable String rule, @Nullable Instant until) {

        /** Why. */
        public enum Why {
            /** No lead may be called now: the hour, the day, a register that is too old. */
            DENIED,
            /** Every lead that is left waits for its next try. */
            WAITING,
            /** No lead is left. */
            USED_UP
        }
    }

    /**
     * @param client whose work is at hand; 0 for time that belongs to no client
     * @param serves whom the agent works for
     * @param ringing whether the customer whom the agent had dialled has not answered yet
     * @param stuck too long in a state that should be short
     * @param repair what the engine can put right about that; null for nothing
     * @param keptPercent of the plan of this shift that has passed; null where nothing was planned
     * @param off whether something else is planned now
     * @param heard which supervisor is in the talk, or was asked for; null for none
     */
    public record AgentFigures(
            UUID personId,
            String name,
            String siteName,
            Presence presence,
            @Nullable String reason,
            Instant since,
            ClientId client,
            String clientName,
            @Nullable UUID contactId,
            @Nullable String queueName,
            Set<ClientId> serves,
            boolean ringing,
            boolean stuck,
            StuckAgents.@Nullable Why repair,
            @Nullable Integer keptPercent,
            boolean off,
            FloorSnapshot.@Nullable Heard heard) {

        /** The agent without what is done for clients that the viewer does not serve. */
        AgentFigures within(Set<ClientId> clients) {
            Set<ClientId> seen = serves.stream().filter(clients::contains).collect(Collectors.toUnmodifiableSet());
            // a plan may be another client's: how it is kept is for who sees all of the agent's clients
            boolean all = seen.size() == serves.size();
            Integer kept = all ? keptPercent : null;
            if (client.equals(ClientId.OUTSOURCER) || clients.contains(client)) {
                return new AgentFigures(
                        personId,
                        name,
                        siteName,
                        presence,
                        reason,
                        since,
                        client,
                        clientName,
                        contactId,
                        queueName,
                        seen,
                        ringing,
                        stuck,
                        repair,
                        kept,
                        all && off,
                        heard);
            }
            return new AgentFigures(
                    personId,
                    name,
                    siteName,
                    presence,
                    null,
                    since,
                    ClientId.OUTSOURCER,
                    "",
                    null,
                    null,
                    seen,
                    false,
                    stuck,
                    null,
                    kept,
                    all && off,
                    null);
        }
    }

    /** A customer who waits; the number is masked. */
    public record WaitingContact(
            ClientId client,
            String clientName,
            UUID contactId,
            String queueName,
            String remote,
            String language,
            Instant since) {}

    /** @param roundTripMillis -1 while unknown */
    public record LinkFigures(String gateway, String siteName, boolean up, long roundTripMillis) {}

    /** What a viewer who serves these clients may see: their contacts, and the agents who work for them. */
    public FloorFigures within(Set<ClientId> clients) {
        return new FloorFigures(
                at,
                queues.stream().filter(q -> clients.contains(q.client())).toList(),
                campaigns.stream().filter(c -> clients.contains(c.client())).toList(),
                agents.stream()
                        .filter(a -> a.serves().stream().anyMatch(clients::contains))
                        .map(a -> a.within(clients))
                        .toList(),
                waiting.stream().filter(w -> clients.contains(w.client())).toList(),
                links,
                parked);
    }
}
