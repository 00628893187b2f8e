package org.fairlead.routing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a pacing policy sees of the floor at one instant: the calls of some campaigns, and the agents who may take them.
 *
 * @param claimed contacts of other work that wait for these agents, inbound ones first of all
 */
public record OutboundScene(Instant at, List<CallNow> calls, List<CrewNow> crew, int claimed) {

    public OutboundScene {
        calls = List.copyOf(calls);
        crew = List.copyOf(crew);
    }

    /** How far a call has come. */
    public enum Stage {
        RINGING,
        /** A person answered and waits for an agent. */
        WAITING,
        CONNECTED,
        /** No agent came in time: it is being let go, or is over. */
        ABANDONED,
        /** It ended, or is being let go, without needing an agent: a machine, for one. */
        OVER
    }

    /**
     * A call.
     *
     * @param answeredAt when a person answered, null before
     * @param connectedAt when it first came to an agent, null before
     */
    public record CallNow(
            UUID call,
            UUID campaignId,
            Stage stage,
            Instant dialledAt,
            @Nullable Instant answeredAt,
            @Nullable Instant connectedAt,
            @Nullable UUID agentId) {}

    /** What an agent is doing. */
    public enum Doing {
        READY,
        /** With a contact of any kind, or held for one. */
        BUSY,
        WRAP_UP
    }

    /**
     * An agent who is at work and may take the calls; who is on a break is not in it.
     *
     * @param finishing since when the agent says that the contact at hand is about to end; null when not
     */
    public record CrewNow(UUID agentId, Doing doing, Instant since, @Nullable Instant finishing) {

        /** Who has not said that the contact at hand is about to end. */
        public CrewNow(UUID agentId, Doing doing, Instant since) {
            this(agentId, doing, since, null);
        }
    }
}
