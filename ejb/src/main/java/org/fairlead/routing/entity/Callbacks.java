package org.fairlead.routing.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.contact.Outcome;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.Handling.Place;
import org.fairlead.routing.entity.InLine.Promised;
import org.fairlead.routing.entity.Input.DeskAction;
import org.fairlead.routing.entity.LiveContact.State;
import org.fairlead.shared.Refused;
import org.fairlead.telephony.CallState;
import org.jspecify.annotations.Nullable;

/**
 * Customers who hung up and are called when it is their turn. Another contact takes their place in the line; an agent is
 * reserved for it as for every other, and dials once the outreach decision has allowed it.
 */
final class Callbacks {

    /** The outreach decision has not been asked yet. */
    static final String UNJUDGED = "callback.unjudged";

    private static final String THANKS = "callback-thanks";
    private static final int RINGS_SECONDS = 30;
    private static final int MOST_DENIALS = 3;
    private static final int MOST_AGAIN = 1;
    /** Nobody was reached: not there, or the call never left, which a site that is overtaken or silent brings about. */
    private static final Set<Outcome> MISSED =
            EnumSet.of(Outcome.NO_ANSWER, Outcome.BUSY, Outcome.EXPIRED, Outcome.FAILED);

    private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);
    /** Who may be called only after so long is not kept waiting for it. */
    private static final Duration PATIENCE = Duration.ofDays(2);

    private Callbacks() {}

    /** @param chosen null for in line */
    static void promise(Step step, LiveContact asking, String number, @Nullable Instant chosen) {
        UUID queueId = Objects.requireNonNull(asking.queueId, "who waits in line waits in a queue");
        Reference.QueueFacts queue = step.floor.reference.queues().get(queueId);
        if (queue == null) {
            CallbackWishes.over(step, asking);
            return;
        }
        UUID id = stored(step, asking, number, queue, asking.dialled, chosen);
        step.journal(
                asking,
                ContactEventKind.CALLBACK_ASKED,
                step.now,
                chosen == null ? Map.of("as", id.toString()) : Map.of("as", id.toString(), "at", chosen.toString()));
        ContactLife.letGo(step, asking, Outcome.CALLBACK, THANKS);
        CallbackWishes.over(step, asking);
        Instant since = asking.queuedAt == null ? asking.offeredAt : asking.queuedAt;
        var promised = new Promised(asking.id, chosen == null ? since : chosen, 0, 0);
        wait(step, asking, call(step, asking, new Called(id, number, asking.dialled, since), queue, promised));
    }

    /** Nobody was reached: once more, after a while, from the same place. */
    static void again(Step step, LiveContact tried) {
        Promised promised = tried.handling.inLine().call();
        Reference.QueueFacts queue =
                tried.queueId == null ? null : step.floor.reference.queues().get(tried.queueId);
        Outcome outcome = tried.outcome;
        boolean missed = outcome != null && MISSED.contains(outcome);
        if (promised == null || queue == null || !missed || promised.tries() >= MOST_AGAIN) {
            return;
        }
        Instant later = step.now.plus(AGAIN_AFTER);
        String callerId = tried.handling.terms().callerId();
        UUID id = stored(step, tried, tried.dialled, queue, callerId, later);
        var next = new Promised(tried.id, later, promised.denied(), promised.tries() + 1);
        wait(step, tried, call(step, tried, new Called(id, tried.dialled, callerId, tried.offeredAt), queue, next));
    }

    private static UUID stored(
            Step step,
            LiveContact asking,
            String number,
            Reference.QueueFacts queue,
            String callerId,
            @Nullable Instant chosen) {
        UUID id = Step.idOf(asking.id, "callback");
        step.effects
                .callbacks()
                .add(new Effects.CallbackAsked(
                        asking.client,
                        id,
                        asking.id,
                        queue.id(),
                        queue.programId(),
                        asking.customerId,
                        number,
                        asking.language,
                        callerId,
                        step.now,
                        chosen));
        return id;
    }

    private static void wait(Step step, LiveContact asking, LiveContact call) {
        step.floor.contacts.put(call.id, call);
        step.journal(call, ContactEventKind.CALLBACK_QUEUED, step.now, Map.of("for", asking.id.toString()));
        ContactLife.wait(step, call);
    }

    /** @param since from when the wait counts */
    private record Called(UUID id, String number, String callerId, Instant since) {}

    private static LiveContact call(
            Step step, LiveContact asking, Called who, Reference.QueueFacts queue, Promised promised) {
        Place stood = asking.handling.place();
        Place place = stood == null ? Place.since(step.now) : stood;
        Handling handling = Handling.callingBack(queue, RINGS_SECONDS, who.callerId())
                .of(asking.handling.caller())
                .at(place)
                .with(asking.handling.inLine().learnt().promised(promised));
        LiveContact call = new LiveContact(
                who.id(),
                asking.client,
                asking.gateway,
                LiveContact.OUTBOUND,
                who.since(),
                CallState.unseen(),
                handling);
        call.state = State.QUEUED;
        call.programId = asking.programId;
        call.queueId = queue.id();
        call.priority = queue.priority();
        call.customerId = asking.customerId;
        call.dialled = who.number();
        call.remote = who.number();
        call.language = asking.language;
        call.label = asking.label;
        return call;
    }

    static Instant notBefore(LiveContact contact) {
        Promised promised = Objects.requireNonNull(contact.handling.inLine().call(), "nobody is to be called");
        return promised.notBefore();
    }

    /** What the outreach decision said when the agent took it. */
    static void judged(Step step, LiveContact contact, LiveAgent agent, DeskAction.CallBack answer) {
        if (!contact.toBeCalled()) {
            throw new Refused("desk.not-now");
        }
        if (answer.allowed()) {
            Dials.dialPreviewed(step, contact, agent);
            return;
        }
        Promised promised = Objects.requireNonNull(contact.handling.inLine().call());
        Instant next = later(step, promised, answer.nextAllowed());
        step.journal(
                contact,
                ContactEventKind.CALLBACK_DENIED,
                step.now,
                next == null ? Map.of() : Map.of("next", next.toString()));
        ContactLife.release(step, agent, Presence.AVAILABLE, null);
        contact.agentId = null;
        if (next != null) {
            var later = new Promised(promised.askedIn(), next, promised.denied() + 1, promised.tries());
            contact.handling = contact.handling.with(contact.handling.inLine().promised(later));
            contact.state = State.QUEUED;
            ContactLife.wait(step, contact);
        } else {
            contact.call = contact.call.endedAs(Outcome.REFUSED);
            contact.state = State.OFFERED;
            ContactLife.ended(step, contact, step.now, "OUTREACH");
        }
    }

    /** A supervisor takes it back: nobody is called. What an agent has is the agent's. */
    static void cancel(Step step, Input.CancelCallback asked) {
        LiveContact contact = step.floor.contacts.get(asked.contact());
        if (contact == null || !contact.calledBack()) {
            throw new Refused("floor.line.over");
        }
        if (contact.state != State.QUEUED || !contact.toBeCalled()) {
            throw new Refused("floor.line.with-agent");
        }
        step.journal(contact, ContactEventKind.CALLBACK_CANCELLED, step.now, Map.of("by", asked.supervisor()));
        contact.call = contact.call.endedAs(Outcome.REFUSED);
        ContactLife.ended(step, contact, step.now, "SUPERVISOR");
    }

    private static @Nullable Instant later(Step step, Promised promised, @Nullable Instant next) {
        boolean soon = next != null && next.isBefore(step.now.plus(PATIENCE));
        return soon && promised.denied() + 1 < MOST_DENIALS ? next : null;
    }
}
