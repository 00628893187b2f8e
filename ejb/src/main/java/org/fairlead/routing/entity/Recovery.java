package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.contact.ContactRow;
import org.fairlead.contact.ContactStore.Open;
import org.fairlead.contact.Outcome;
import org.fairlead.jms.GatewayEvent.RecordingState;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.LiveContact.State;
import org.fairlead.telephony.CallState;
import org.jspecify.annotations.Nullable;

/**
 * Builds the floor again from what is stored: after a start, a crash, or a batch that could not be stored. Offers go
 * back to the queue, talks stay with their agents, and every gateway is asked which calls live.
 */
final class Recovery {

    private Recovery() {}

    static void people(Floor floor, Instant now) {
        for (Reference.PersonFacts person : floor.reference.people().values()) {
            LiveAgent known = floor.agents.get(person.id());
            if (known == null) {
                floor.add(new LiveAgent(person, now));
            } else {
                floor.byLogin.remove(known.facts.login());
                known.facts = person;
                floor.add(known);
                floor.announce(known);
            }
        }
    }

    /** @param reachable agents whose desktop is known to be connected: they need not open it again */
    static void restore(Step step, List<AgentSessionRow> sessions, List<Open> open, Set<UUID> reachable) {
        // reading what is kept with each takes longest, and no contact needs another for it
        List<LiveContact> contacts =
                open.parallelStream().map(Recovery::contact).toList();
        contacts.forEach(contact -> step.floor.contacts.put(contact.id, contact));
        for (AgentSessionRow row : sessions) {
            LiveAgent agent = step.floor.agents.get(row.personId());
            if (agent != null) {
                agent(step, agent, row, reachable.contains(row.personId()));
            }
        }
        Consultations.rebuild(step);
        for (LiveContact contact : List.copyOf(step.floor.contacts.values())) {
            if (ContactLife.waits(contact)) {
                ContactLife.follow(step, contact);
            }
            resume(step, contact);
        }
        for (String gateway : step.floor.reference.gateways().stream().sorted().toList()) {
            Reconciliation.ask(step, gateway);
        }
    }

    private static void agent(Step step, LiveAgent agent, AgentSessionRow row, boolean reachable) {
        agent.sessionId = row.sessionId();
        agent.presence = Presence.valueOf(row.presence());
        agent.reason = row.reason();
        agent.since = row.since();
        agent.position = row.position();
        agent.clientId = row.client();
        agent.contactId = row.contactId();
        if (!reachable && agent.presence != Presence.OFFLINE) {
            Sessions.lost(step, agent, step.floor.settings.graceAfterRestart());
        }
        if (reachable) {
            step.desk(agent);
        }
        LiveContact contact = step.floor.contactOf(agent);
        boolean his = contact != null && agent.id().equals(contact.agentId);
        if (agent.contactId != null && !his) {
            ContactLife.release(step, agent, Presence.AVAILABLE, null);
        } else if (his && agent.presence == Presence.OFFLINE) {
            step.deadline(
                    Deadline.Kind.AGENT_GONE,
                    agent.id(),
                    step.floor.settings.agentReturns(),
                    agent.since.toEpochMilli());
        }
        step.floor.announce(agent);
    }

    private static void resume(Step step, LiveContact contact) {
        if (contact.handling.ending() == Outcome.VOICEMAIL && contact.state != State.WRAP_UP) {
            Voicemails.goesOn(step, contact);
            return;
        }
        if (contact.handling.ending() != null && contact.state != State.WRAP_UP) {
            ContactLife.hangUp(step, contact);
            return;
        }
        CallbackWishes.goesOn(step, contact);
        switch (contact.state) {
            case OFFERED -> resumeOffered(step, contact);
            case QUEUED -> ContactLife.wait(step, contact);
            case RESERVED -> resumeReserved(step, contact);
            case CONNECTING -> resumeConnecting(step, contact);
            case WRAP_UP -> ContactLife.armWrapUp(step, contact);
            case CONNECTED, ENDED -> {}
        }
    }

    private static void resumeOffered(Step step, LiveContact contact) {
        if (contact.outbound()) {
            Dials.armSilence(step, contact);
        } else if (Menus.asks(contact)) {
            Menus.goesOn(step, contact);
        } else {
            ContactLife.queue(step, contact, step.now);
        }
    }

    private static void resumeReserved(Step step, LiveContact contact) {
        LiveAgent agent = step.floor.agentOf(contact);
        if (contact.previewed() && agent != null) {
            Instant shown = contact.reservedAt == null ? step.now : contact.reservedAt;
            step.deadline(
                    Deadline.Kind.RESERVATION,
                    contact.id,
                    shown.plusSeconds(contact.handling.terms().previewSeconds()),
                    contact.reservation);
            return;
        }
        ContactLife.backToQueue(step, contact, ContactEventKind.MISSED, Map.of("why", "restart"));
        if (agent != null && contact.id.equals(agent.contactId)) {
            ContactLife.release(step, agent, Presence.AVAILABLE, null);
        }
    }

    private static void resumeConnecting(Step step, LiveContact contact) {
        if (step.floor.agentOf(contact) == null && !contact.outside()) {
            ContactLife.backToQueue(step, contact, ContactEventKind.CONNECT_FAILED, Map.of("why", "restart"));
        } else if (contact.call.phase() == CallState.Phase.DIALLING) {
            Dials.armSilence(step, contact);
        } else if (contact.outside()) {
            OutsideCalls.arm(step, contact);
        } else {
            step.deadline(
                    Deadline.Kind.CONNECT,
                    contact.id,
                    step.floor.settings.connectAnswer().plusSeconds(2),
                    contact.reservation);
        }
    }

    private static LiveContact contact(Open open) {
        ContactRow row = open.row();
        Handling handling = HandlingText.read(row.handling());
        if (handling.place() == null && row.queuedAt() != null) {
            // let in before places were kept
            handling = handling.at(Handling.Place.since(row.queuedAt()));
        }
        LiveContact contact = new LiveContact(
                row.id(), row.client(), row.gateway(), row.direction(), row.offeredAt(), call(row, handling), handling);
        contact.state = State.valueOf(row.state());
        contact.position = open.lastPosition();
        contact.programId = row.programId();
        contact.queueId = row.queueId();
        contact.campaignId = row.campaignId();
        contact.leadId = row.leadId();
        contact.attemptId = row.attemptId();
        contact.customerId = row.customerId();
        contact.language = row.language();
        contact.dialled = row.dialled();
        contact.remote = row.remote();
        contact.label = row.label();
        contact.priority = handling.terms().auto() ? ContactLife.OUTBOUND_FIRST : row.priority();
        contact.agentId = row.agentId();
        contact.reservation = row.reservation();
        contact.queuedAt = row.queuedAt();
        contact.reservedAt = row.reservedAt();
        contact.connectedAt = row.connectedAt();
        contact.endedAt = row.endedAt();
        contact.outcome = row.outcome();
        contact.disposition = row.disposition();
        contact.note = row.note();
        contact.lastAt = latest(row);
        return contact;
    }

    private static CallState call(ContactRow row, Handling handling) {
        boolean outbound = LiveContact.OUTBOUND.equals(row.direction());
        return new CallState(
                phase(row, handling, outbound),
                outbound,
                row.lastSequence(),
                row.connectedAt() != null,
                row.held(),
                RecordingState.valueOf(row.recording()),
                handling.ending(),
                row.outcome());
    }

    private static CallState.Phase phase(ContactRow row, Handling handling, boolean outbound) {
        return switch (State.valueOf(row.state())) {
            case OFFERED -> outbound && !answered(row, handling) ? CallState.Phase.DIALLING : CallState.Phase.WAITING;
            case QUEUED, RESERVED -> undialled(handling) ? CallState.Phase.NEW : CallState.Phase.WAITING;
            case CONNECTING -> outbound && row.queuedAt() == null ? CallState.Phase.DIALLING : CallState.Phase.WAITING;
            case CONNECTED -> CallState.Phase.BRIDGED;
            case WRAP_UP, ENDED -> CallState.Phase.ENDED;
        };
    }

    /** An agent looks at the lead, or the customer's turn to be called back has not come. */
    private static boolean undialled(Handling handling) {
        boolean ours = handling.terms().preview() || handling.inLine().call() != null;
        return ours && !handling.dialled();
    }

    /** A machine that answered is let go in the state in which it was dialled. */
    private static boolean answered(ContactRow row, Handling handling) {
        return row.queuedAt() != null || handling.ending() != null;
    }

    private static Instant latest(ContactRow row) {
        Instant latest = row.offeredAt();
        for (@Nullable
        Instant at : new @Nullable Instant[] {row.queuedAt(), row.reservedAt(), row.connectedAt(), row.endedAt()}) {
            if (at != null && at.isAfter(latest)) {
                latest = at;
            }
        }
        return latest;
    }
}
