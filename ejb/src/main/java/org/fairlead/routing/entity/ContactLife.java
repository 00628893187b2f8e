package org.fairlead.routing.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fairlead.contact.ContactClosed;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.contact.Outcome;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.LiveContact.State;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/** The turns that a contact's life can take, each with everything that belongs to it. */
final class ContactLife {

    /** Disposition of a contact whose wrap-up ended by itself. */
    static final String NONE = "NONE";

    static final int OUTBOUND_FIRST = -1;
    static final String MUSIC = "hold-music";
    private static final Set<Outcome> FAILED_DIALS = EnumSet.of(
            Outcome.BUSY, Outcome.NO_ANSWER, Outcome.MACHINE, Outcome.FAX, Outcome.DEAD_LINE, Outcome.FAILED);
    private static final Duration HANG_UP_LIFE = Duration.ofHours(1);

    private ContactLife() {}

    /** Waits for an agent; a contact that waited before is back at its old place. */
    static void queue(Step step, LiveContact contact, Instant at) {
        begin(step, contact, at);
        queued(step, contact, at);
    }

    /** Waits, and the router knows; the journal is still to be told. */
    static void begin(Step step, LiveContact contact, Instant at) {
        arrive(step, contact, at);
        wait(step, contact);
        if (contact.handling.place() == null) {
            contact.handling = contact.handling.at(Handling.Place.since(step.now));
        }
    }

    /** For this agent, who is kept for it: the router is not asked. */
    static void straightTo(Step step, LiveContact contact, LiveAgent agent, Instant at) {
        arrive(step, contact, at);
        queued(step, contact, at);
        reserve(step, contact, agent, "was consulted");
    }

    private static void arrive(Step step, LiveContact contact, Instant at) {
        contact.state = State.QUEUED;
        contact.agentId = null;
        contact.muted = false;
        contact.unheard();
        if (contact.queuedAt == null && !contact.toBeCalled()) {
            contact.queuedAt = step.at(contact, at);
        }
        follow(step, contact);
    }

    static void queued(Step step, LiveContact contact, Instant at) {
        var kind = contact.calledBack() ? ContactEventKind.CALLBACK_QUEUED : ContactEventKind.QUEUED;
        step.journal(contact, kind, at, Map.of("priority", contact.priority));
    }

    /** Tells the router, without a line in the journal. */
    static void wait(Step step, LiveContact contact) {
        Instant since = contact.queuedAt == null ? contact.offeredAt : contact.queuedAt;
        step.floor.router.waiting(new Router.Waiting(
                contact.id,
                contact.queueId,
                contact.language,
                contact.need(),
                contact.priority,
                since,
                contact.handling.caller(),
                contact.facts(),
                contact.handling.inLine().known(),
                contact.handling.place(),
                contact.toBeCalled() ? Callbacks.notBefore(contact) : null));
        Tellings.arm(step, contact);
        Unanswered.armColleague(step, contact);
        if (contact.handling.terms().auto()) {
            step.deadline(
                    Deadline.Kind.ANSWER_LIMIT, contact.id, step.floor.settings.answerLimit(), contact.reservation);
        }
    }

    /** Whoever waits in a queue whose set-up was edited waits on as it says now; the router knows it already. */
    static void followSetUp(Step step, Reference before) {
        for (LiveContact contact : List.copyOf(step.floor.contacts.values())) {
            Reference.QueueFacts queue = queueOf(step, contact);
            if (queue != null && waits(contact) && !queue.equals(before.queues().get(queue.id()))) {
                follow(step, contact);
            }
        }
    }

    static boolean waits(LiveContact contact) {
        return contact.state == State.OFFERED || contact.state == State.QUEUED || contact.state == State.RESERVED;
    }

    private static Reference.@Nullable QueueFacts queueOf(Step step, LiveContact contact) {
        return contact.queueId == null ? null : step.floor.reference.queues().get(contact.queueId);
    }

    /** On the terms of its queue as it is set up now. */
    static void follow(Step step, LiveContact contact) {
        Reference.QueueFacts queue = queueOf(step, contact);
        if (queue == null) {
            return;
        }
        Handling now = contact.handling.as(queue);
        if (!now.equals(contact.handling) || contact.priority != queue.priority()) {
            contact.handling = now;
            contact.priority = queue.priority();
            step.changed(contact);
        }
    }

    /** Gives waiting contacts to ready agents as long as any fit. */
    static void match(Step step) {
        Ways.follow(step);
        Optional<Router.Match> match = step.floor.router.next();
        while (match.isPresent()) {
            LiveContact contact = step.floor.contacts.get(match.get().contact());
            LiveAgent agent = step.floor.agents.get(match.get().agent());
            if (contact == null || agent == null) {
                throw new IllegalStateException("the router matched what is not on the floor: " + match.get());
            }
            reserve(step, contact, agent, match.get().why());
            Ways.follow(step);
            match = step.floor.router.next();
        }
    }

    static void reserve(Step step, LiveContact contact, LiveAgent agent, String why) {
        contact.state = State.RESERVED;
        contact.agentId = agent.id();
        contact.reservation++;
        contact.reservedAt = step.now;
        step.presence(agent, Presence.RESERVED, null, contact);
        step.journal(
                contact,
                ContactEventKind.RESERVED,
                step.now,
                Map.of("reservation", contact.reservation, "decision", why));
        if (contact.handling.terms().auto() || rings(agent, contact) || answersByItself(step, contact)) {
            accept(step, contact, agent);
        } else {
            step.deadline(
                    Deadline.Kind.RESERVATION,
                    contact.id,
                    Duration.ofSeconds(contact.handling.terms().reservationSeconds()),
                    contact.reservation);
        }
    }

    /** Whoever is to be called is no ringing telephone: the agent asks for the call. */
    private static boolean rings(LiveAgent agent, LiveContact contact) {
        return agent.picksUp && !contact.toBeCalled();
    }

    private static boolean answersByItself(Step step, LiveContact contact) {
        Reference.QueueFacts queue = queueOf(step, contact);
        return queue != null && !contact.outbound() && queue.policy().answersByItself();
    }

    static void accept(Step step, LiveContact contact, LiveAgent agent) {
        contact.state = State.CONNECTING;
        step.presence(agent, Presence.ON_CONTACT, null, contact);
        step.journal(contact, ContactEventKind.ACCEPTED);
        connect(step, contact, agent);
    }

    static void connect(Step step, LiveContact contact, LiveAgent agent) {
        Duration life = step.floor.settings.connectAnswer();
        step.command(
                contact,
                connectPurpose(contact),
                step.floor.nextNumber(),
                step.now.plus(life),
                head -> new GatewayCommand.Connect(head, agent.facts.login(), contact.label));
        step.deadline(Deadline.Kind.CONNECT, contact.id, life.plusSeconds(2), contact.reservation);
    }

    static String connectPurpose(LiveContact contact) {
        return "connect/" + contact.reservation;
    }

    /** The offer or the connection came to nothing; the customer keeps the place. */
    static void backToQueue(Step step, LiveContact contact, ContactEventKind why, Map<String, Object> detail) {
        step.journal(contact, why, step.now, detail);
        backToQueue(step, contact);
    }

    static void backToQueue(Step step, LiveContact contact) {
        contact.agentId = null;
        if (contact.handling.ending() == null) {
            queue(step, contact, step.now);
        } else {
            contact.state = State.QUEUED;
        }
    }

    /** The agent has no contact any more and goes to what was chosen before, else to this. */
    static void release(Step step, LiveAgent agent, Presence otherwise, @Nullable String reason) {
        Presence next = agent.next;
        String nextReason = agent.nextReason;
        agent.next = null;
        agent.nextReason = null;
        if (agent.presence == Presence.OFFLINE) {
            agent.contactId = null;
            agent.clientId = 0;
            step.changed(agent);
        } else if (next == null || otherwise == Presence.MISSED) {
            step.presence(agent, otherwise, reason, null);
        } else {
            step.presence(agent, next, nextReason, null);
        }
    }

    /** The customer's leg is gone, or will never be. */
    static void ended(Step step, LiveContact contact, Instant reported, String by) {
        Outcome outcome = contact.call.outcome();
        contact.outcome = outcome == null ? Outcome.LOST : outcome;
        contact.endedAt = step.at(contact, reported);
        contact.unheard();
        step.floor.router.gone(contact.id);
        Transfers.endConsultation(step, contact);
        step.journal(contact, ContactEventKind.ENDED, reported, Map.of("outcome", contact.outcome.name(), "by", by));
        Callbacks.again(step, contact);
        LiveAgent agent = step.floor.agentOf(contact);
        boolean talked = contact.state == State.CONNECTED;
        if (agent != null && (talked || dialledInVain(contact)) && contact.id.equals(agent.contactId)) {
            wrapUp(step, contact, agent);
            return;
        }
        if (agent != null && contact.id.equals(agent.contactId)) {
            release(step, agent, Presence.AVAILABLE, null);
        }
        close(step, contact);
    }

    /** The agent dialled, and nobody was there: why is to be seen before the next lead comes. */
    private static boolean dialledInVain(LiveContact contact) {
        return (contact.handling.terms().preview() || contact.calledBack())
                && contact.handling.dialled()
                && contact.connectedAt == null
                && contact.outcome != null
                && FAILED_DIALS.contains(contact.outcome);
    }

    private static void wrapUp(Step step, LiveContact contact, LiveAgent agent) {
        contact.state = State.WRAP_UP;
        if (agent.presence != Presence.OFFLINE) {
            step.presence(agent, Presence.WRAP_UP, null, contact);
        }
        armWrapUp(step, contact);
    }

    static void armWrapUp(Step step, LiveContact contact) {
        Instant ends = DeskView.wrapUpEnds(contact);
        step.deadline(Deadline.Kind.WRAP_UP, contact.id, ends == null ? step.now : ends, 0);
    }

    /** Nothing more happens to this contact. */
    static void close(Step step, LiveContact contact) {
        contact.closedAt = step.at(contact, step.now);
        Instant ended = contact.endedAt == null ? contact.closedAt : contact.endedAt;
        Outcome outcome = contact.outcome == null ? Outcome.LOST : contact.outcome;
        contact.state = State.ENDED;
        step.journal(
                contact,
                ContactEventKind.CLOSED,
                step.now,
                contact.disposition == null
                        ? Map.of("outcome", outcome.name())
                        : Map.of("outcome", outcome.name(), "disposition", contact.disposition));
        step.floor.contacts.remove(contact.id);
        step.floor.over.put(contact.id, contact.client);
        step.effects
                .closed()
                .add(new ContactClosed(
                        new ClientId(contact.client),
                        contact.id,
                        contact.programId,
                        contact.queueId,
                        contact.campaignId,
                        contact.leadId,
                        contact.attemptId,
                        contact.agentId,
                        contact.direction,
                        contact.dialled,
                        outcome,
                        contact.disposition,
                        contact.note,
                        contact.handling.callbackAt(),
                        contact.handling.callbackMine(),
                        contact.connectedAt,
                        ended,
                        contact.closedAt));
    }

    /** Wrap-up is done, by the agent or by itself. */
    static void finish(Step step, LiveContact contact, String disposition, @Nullable String note) {
        LiveAgent agent = step.floor.agentOf(contact);
        contact.disposition = disposition;
        contact.note = note;
        close(step, contact);
        if (agent != null && contact.id.equals(agent.contactId)) {
            release(step, agent, Presence.AVAILABLE, null);
        }
    }

    static void hangUp(Step step, LiveContact contact) {
        step.command(contact, HANG_UP_LIFE, GatewayCommand.HangUp::new);
    }

    /** Says some last words and hangs up; how the call will have ended is decided now. */
    static void letGo(Step step, LiveContact contact, Outcome outcome, @Nullable String prompt) {
        contact.call = contact.call.intending(outcome);
        contact.handling = contact.handling.ending(outcome);
        step.floor.router.gone(contact.id);
        step.changed(contact);
        if (prompt == null) {
            hangUp(step, contact);
        } else {
            play(step, contact, prompt, false);
            step.deadline(Deadline.Kind.LET_GO, contact.id, Duration.ofSeconds(20), 0);
        }
    }

    static void play(Step step, LiveContact contact, String prompt, boolean repeat) {
        step.command(
                contact,
                step.floor.settings.commandLife(),
                head -> new GatewayCommand.Play(head, prompt, contact.language, repeat));
    }
}
