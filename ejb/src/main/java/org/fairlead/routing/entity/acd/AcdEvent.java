package org.fairlead.routing.entity.acd;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to the distributor, but for the passing of time. */
public sealed interface AcdEvent {

    /** A queue is set up so from now on. */
    record QueueSet(QueueRules rules) implements AcdEvent {}

    /** A queue opens or closes. */
    record QueueOpened(UUID queue, QueueRules.Opening opening) implements AcdEvent {}

    /** Whether agents may be given contacts of this queue; those that wait stay. */
    record QueueGated(UUID queue, boolean shut) implements AcdEvent {}

    /** What a miss costs there now; null when money does not matter. */
    record QueuePriced(UUID queue, @Nullable MissCost cost) implements AcdEvent {}

    record AgentSet(AgentFacts agent) implements AcdEvent {}

    /**
     * @param until when the agent is back in the own role; 0 for not by itself
     * @param queues these alone; empty for all
     */
    record AgentReRoled(UUID agent, Set<Integer> clients, Map<String, Integer> skills, long until, Set<UUID> queues)
            implements AcdEvent {

        /** In all queues. */
        public AgentReRoled(UUID agent, Set<Integer> clients, Map<String, Integer> skills, long until) {
            this(agent, clients, skills, until, Set.of());
        }
    }

    /**
     * Can take contacts.
     *
     * @param since idle since then; 0 for now
     */
    record AgentReady(UUID agent, long since) implements AcdEvent {
        public AgentReady(UUID agent) {
            this(agent, 0);
        }
    }

    /** There, but takes no more. */
    record AgentUnready(UUID agent) implements AcdEvent {}

    /** Not there any more. */
    record AgentGone(UUID agent) implements AcdEvent {}

    record ContactCame(ContactFacts contact) implements AcdEvent {}

    /**
     * Was let in before, and is back as it stood: nothing is asked at the door again.
     *
     * @param entered when it came into this queue
     * @param site whose agents are asked as well; negative for none
     * @param past whether it has taken its ways out of this queue before: it stays now, however long
     * @param callAt the customer is not on the line and is to be called, not before then; negative: is on the line
     */
    record ContactBack(ContactFacts contact, long entered, int site, boolean past, long callAt) implements AcdEvent {

        /** A customer on the line, who may be sent on. */
        public ContactBack(ContactFacts contact, long entered, int site) {
            this(contact, entered, site, false, -1);
        }
    }

    /** Hung up, or otherwise not to be served any more. */
    record ContactLeft(UUID contact) implements AcdEvent {}

    record OfferAccepted(UUID contact) implements AcdEvent {}

    record OfferRefused(UUID contact) implements AcdEvent {}

    /** The agent is through with it, wrap-up included. */
    record ContactDone(UUID contact) implements AcdEvent {}

    /** The agent is not with it any more and the customer still waits: back at its old place. */
    record ContactRequeued(UUID contact) implements AcdEvent {}

    /**
     * The customer hangs up and is called when it is their turn; the place is kept.
     *
     * @param at not before; 0 for in line
     */
    record CallbackAsked(UUID contact, long at) implements AcdEvent {}
}
