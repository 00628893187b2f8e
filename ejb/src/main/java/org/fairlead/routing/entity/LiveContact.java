package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import org.fairlead.contact.ContactRow;
import org.fairlead.contact.Outcome;
import org.fairlead.routing.FloorSnapshot;
import org.fairlead.routing.QueuePolicy.Fact;
import org.fairlead.telephony.CallState;
import org.jspecify.annotations.Nullable;

/**
 * A contact that is not closed yet. Its life: offered, queued, reserved for an agent, connecting, connected, in
 * wrap-up, ended; from every state before connected it may go back to the queue, and from every state it may end.
 */
final class LiveContact {

    /** The states that are stored. */
    enum State {
        OFFERED,
        QUEUED,
        RESERVED,
        CONNECTING,
        CONNECTED,
        WRAP_UP,
        ENDED
    }

    static final String INBOUND = "INBOUND";
    static final String OUTBOUND = "OUTBOUND";

    final UUID id;
    final int client;
    final String gateway;
    final String direction;
    final Instant offeredAt;
    String dialled = "";
    String remote = "";
    String label = "";
    String language = "en";
    int priority;

    @Nullable
    UUID programId;

    @Nullable
    UUID queueId;

    @Nullable
    UUID campaignId;

    @Nullable
    UUID leadId;

    @Nullable
    UUID attemptId;

    @Nullable
    UUID customerId;

    CallState call;
    State state = State.OFFERED;
    Handling handling;

    @Nullable
    UUID agentId;

    int reservation;
    boolean muted;

    /** The supervisor who is in the talk, or was asked in. */
    FloorSnapshot.@Nullable Heard heard;

    /** Who is in it as the site told last, which a refusal changes nothing of. */
    FloorSnapshot.@Nullable Heard inTalk;

    /** The last that was sent about a supervisor. */
    @Nullable
    UUID monitorCommand;

    /** The last that was sent about a transfer or consultation. */
    @Nullable
    UUID transferCommand;

    @Nullable
    Instant queuedAt;

    @Nullable
    Instant reservedAt;

    @Nullable
    Instant connectedAt;

    @Nullable
    Instant endedAt;

    @Nullable
    Instant closedAt;

    @Nullable
    Outcome outcome;

    @Nullable
    String disposition;

    @Nullable
    String note;
    /** When the customer is told next how it stands. */
    @Nullable
    Instant tellAt;

    /** When the customer was asked something last. */
    @Nullable
    Instant askedAt;

    /** What the customer is still to hear, one after the other. */
    final Deque<String> words = new ArrayDeque<>();
    /** Of the last line in the journal. */
    int position;
    /** The journal's clock for this contact never runs backwards. */
    Instant lastAt;

    LiveContact(UUID id, int client, String gateway, String direction, Instant at, CallState call, Handling handling) {
        this.id = id;
        this.client = client;
        this.gateway = gateway;
        this.direction = direction;
        this.offeredAt = at;
        this.lastAt = at;
        this.call = call;
        this.handling = handling;
    }

    boolean outbound() {
        return OUTBOUND.equals(direction);
    }

    /** Shown to an agent who has not dialled it yet. */
    boolean previewed() {
        return handling.terms().preview() && !handling.dialled();
    }

    /** A customer who hung up to be called when it is their turn. */
    boolean calledBack() {
        return handling.inLine().call() != null;
    }

    /** To be called back, and not dialled yet: nobody is on the line. */
    boolean toBeCalled() {
        return calledBack() && !handling.dialled();
    }

    /** With a number outside the house, or on the way there. */
    boolean outside() {
        return handling.inLine().outside() != null;
    }

    /** Whether an agent waits for a customer who was dialled and has not answered. */
    boolean rings() {
        return outbound() && state == State.CONNECTING && !customerIsThere();
    }

    /** Whether the customer is on the line, as far as is known. */
    boolean customerIsThere() {
        return call.phase() == CallState.Phase.WAITING || call.phase() == CallState.Phase.BRIDGED;
    }

    /** There is no talk to be heard, or none any more. */
    void unheard() {
        heard = null;
        inTalk = null;
    }

    Router.Need need() {
        return new Router.Need(client, handling.terms().skills(), handling.only());
    }

    /** What a queue's entry rules may ask, but for the time. */
    Map<Fact, String> facts() {
        return Map.of(Fact.DIALLED, dialled, Fact.LANGUAGE, language, Fact.GATEWAY, gateway);
    }

    ContactRow row() {
        return new ContactRow(
                client,
                id,
                programId,
                queueId,
                campaignId,
                leadId,
                attemptId,
                customerId,
                direction,
                state.name(),
                language,
                dialled,
                remote,
                label,
                gateway,
                call.lastSequence(),
                Math.max(0, priority),
                agentId,
                reservation,
                call.held(),
                call.recording().name(),
                offeredAt,
                queuedAt,
                reservedAt,
                connectedAt,
                endedAt,
                closedAt,
                outcome,
                disposition,
                note,
                HandlingText.write(handling));
    }
}
