package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.fairlead.contact.Outcome;
import org.fairlead.routing.Announcement;
import org.jspecify.annotations.Nullable;

/**
 * How a contact is to be handled, kept with it over a restart: the terms on which it began or to which it was
 * transferred, and what has been decided about it since.
 *
 * @param only the one agent who may get it
 * @param dialled whether the previewed lead has been dialled
 * @param callbackMine whether the agent who promised the callback keeps it
 * @param consulted with whom the agent speaks while the customer waits
 * @param ending the outcome that is already decided while the customer is still to be let go
 * @param transfer where it goes as soon as the gateway has taken its agent out
 * @param caller what is known of the customer, for routing
 * @param place where it stands in its queue; null until it is let in there
 * @param forwarded the chain that it follows because an agent did not answer; null for none
 * @param inLine what the customer was told and asked while waiting
 */
public record Handling(
        Terms terms,
        @Nullable UUID only,
        boolean dialled,
        @Nullable Outcome ending,
        @Nullable Instant callbackAt,
        boolean callbackMine,
        @Nullable String consulted,
        @Nullable PendingTransfer transfer,
        CallerKnown caller,
        @Nullable Place place,
        @Nullable Forwarded forwarded,
        InLine inLine) {

    private static final int NO_LIMIT_ASKED = 0;

    /**
     * What is set up, as it was when the contact came, or when its queue was edited while it waited.
     *
     * @param skills what an agent needs
     * @param auto whether an agent is connected without being asked: the customer of a dialled call must not wait
     * @param preview whether an agent looks at the lead before it is dialled
     * @param announcement what the customer hears in place of an agent; null for an agent's call
     */
    public record Terms(
            Map<String, Integer> skills,
            int reservationSeconds,
            int wrapUpSeconds,
            int previewSeconds,
            int ringSeconds,
            String callerId,
            String origin,
            boolean detectMachine,
            boolean auto,
            boolean preview,
            @Nullable Announcement announcement) {

        public Terms {
            skills = Map.copyOf(skills);
        }
    }

    /**
     * A transfer inside the house that waits for the gateway.
     *
     * @param queueId the queue that is to get the contact, or null when it is one agent
     * @param only the one agent who is to get it, or null for any of the queue
     */
    public record PendingTransfer(@Nullable UUID queueId, @Nullable UUID only) {}

    /**
     * Where a contact stands that was let into its queue, for when it comes back from an agent, or after a restart.
     *
     * @param entered when it came into this queue
     * @param site whose agents are asked as well; negative for none
     * @param past whether the ways out of this queue were taken before: it stays now, however long
     */
    public record Place(Instant entered, int site, boolean past) {

        static final int NOWHERE = -1;

        static Place since(Instant entered) {
            return new Place(entered, NOWHERE, false);
        }

        Place at(int openedSite) {
            return new Place(entered, openedSite, past);
        }

        Place staying() {
            return new Place(entered, site, true);
        }
    }

    /**
     * A chain that is followed.
     *
     * @param of whose chain
     * @param at its step: a number of theirs, then the colleague, then the voicemail, then none
     */
    public record Forwarded(UUID of, int at) {}

    public Handling {
        // contacts that live through the change from 0.1 have nothing there
        caller = caller == null ? CallerKnown.NOBODY : caller;
        inLine = inLine == null ? InLine.NOTHING : inLine;
    }

    /** On these terms, with nothing decided yet. */
    public static Handling on(Terms terms, @Nullable UUID only) {
        return new Handling(
                terms, only, false, null, null, false, null, null, CallerKnown.NOBODY, null, null, InLine.NOTHING);
    }

    /** For a customer who calls, by the queue that the number leads to. */
    public static Handling inbound(Reference.QueueFacts queue) {
        return on(terms(queue), null);
    }

    /** For a customer who asked to be called back by an agent of the queue. */
    static Handling callingBack(Reference.QueueFacts queue, int ringSeconds, String callerId) {
        var asked = new Terms(
                queue.skills(),
                queue.reservationSeconds(),
                queue.wrapUpSeconds(),
                NO_LIMIT_ASKED,
                ringSeconds,
                callerId,
                queue.name(),
                false,
                false,
                false,
                null);
        return on(asked, null);
    }

    /** For another queue, into which it is still to be let; what was decided about the call is left as it is. */
    public Handling in(Reference.QueueFacts queue) {
        return but(change -> {
            change.terms = terms(queue);
            change.only = null;
            change.place = null;
            change.forwarded = null;
        });
    }

    private static Terms terms(Reference.QueueFacts queue) {
        return new Terms(
                queue.skills(),
                queue.reservationSeconds(),
                queue.wrapUpSeconds(),
                NO_LIMIT_ASKED,
                NO_LIMIT_ASKED,
                "",
                queue.name(),
                false,
                false,
                false,
                null);
    }

    /** The same, on the terms that its queue has now. */
    public Handling as(Reference.QueueFacts queue) {
        var now = new Terms(
                queue.skills(),
                queue.reservationSeconds(),
                queue.wrapUpSeconds(),
                terms.previewSeconds(),
                terms.ringSeconds(),
                terms.callerId(),
                queue.name(),
                terms.detectMachine(),
                terms.auto(),
                terms.preview(),
                terms.announcement());
        return but(change -> change.terms = now);
    }

    /** For a call that is refused as soon as it comes. */
    public static Handling none() {
        return on(new Terms(Map.of(), 0, 0, 0, 0, "", "", false, false, false, null), null);
    }

    public Handling ending(@Nullable Outcome decided) {
        return but(change -> change.ending = decided);
    }

    public Handling forOnly(@Nullable UUID agent) {
        return but(change -> change.only = agent);
    }

    public Handling of(CallerKnown known) {
        return but(change -> change.caller = known);
    }

    /** The previewed lead was dialled. */
    public Handling nowDialled() {
        return but(change -> change.dialled = true);
    }

    public Handling callback(@Nullable Instant at, boolean mine) {
        return but(change -> {
            change.callbackAt = at;
            change.callbackMine = mine;
        });
    }

    /** @param whom null when the agent is back with the customer */
    public Handling consulting(@Nullable String whom) {
        return but(change -> change.consulted = whom);
    }

    public Handling at(@Nullable Place newPlace) {
        return but(change -> change.place = newPlace);
    }

    public Handling transfer(@Nullable PendingTransfer pending) {
        return but(change -> change.transfer = pending);
    }

    public Handling forwarded(@Nullable Forwarded chain) {
        return but(change -> change.forwarded = chain);
    }

    public Handling with(InLine now) {
        return but(change -> change.inLine = now);
    }

    private Handling but(Consumer<Change> what) {
        var change = new Change(this);
        what.accept(change);
        return change.made();
    }

    /** A copy that is being changed: the components in the one place where all of them are named. */
    private static final class Change {
        private Terms terms;
        private @Nullable UUID only;
        private boolean dialled;
        private @Nullable Outcome ending;
        private @Nullable Instant callbackAt;
        private boolean callbackMine;
        private @Nullable String consulted;
        private @Nullable PendingTransfer transfer;
        private CallerKnown caller;
        private @Nullable Place place;
        private @Nullable Forwarded forwarded;
        private InLine inLine;

        private Change(Handling from) {
            terms = from.terms;
            only = from.only;
            dialled = from.dialled;
            ending = from.ending;
            callbackAt = from.callbackAt;
            callbackMine = from.callbackMine;
            consulted = from.consulted;
            transfer = from.transfer;
            caller = from.caller;
            place = from.place;
            forwarded = from.forwarded;
            inLine = from.inLine;
        }

        private Handling made() {
            return new Handling(
                    terms,
                    only,
                    dialled,
                    ending,
                    callbackAt,
                    callbackMine,
                    consulted,
                    transfer,
                    caller,
                    place,
                    forwarded,
                    inLine);
        }
    }
}
