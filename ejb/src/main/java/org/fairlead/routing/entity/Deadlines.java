package org.fairlead.routing.entity;

import java.util.Map;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.LiveContact.State;
import org.fairlead.telephony.CallState;

/** What happens when time is up, unless things have moved on. */
final class Deadlines {

    private Deadlines() {}

    static void due(Step step, Deadline deadline) {
        switch (deadline.kind()) {
            case GRACE, AGENT_GONE -> agentDue(step, deadline);
            case RESERVATION,
                    CONNECT,
                    ANSWER_LIMIT,
                    LET_GO,
                    ANNOUNCED,
                    DIAL_SILENT,
                    WRAP_UP,
                    FORWARD,
                    TELL,
                    ASKED -> contactDue(step, deadline);
        }
    }

    private static void agentDue(Step step, Deadline deadline) {
        LiveAgent agent = step.floor.agents.get(deadline.subject());
        if (agent == null) {
            return;
        }
        if (deadline.kind() == Deadline.Kind.GRACE) {
            if (agent.lostAt != null && agent.lostAt.toEpochMilli() == deadline.token()) {
                agent.lostAt = null;
                Sessions.goOffline(step, agent);
            }
        } else if (agent.presence == Presence.OFFLINE && agent.since.toEpochMilli() == deadline.token()) {
            Sessions.gone(step, agent);
        }
    }

    private static void contactDue(Step step, Deadline deadline) {
        LiveContact contact = step.floor.contacts.get(deadline.subject());
        if (contact == null) {
            return;
        }
        boolean same = contact.reservation == deadline.token();
        switch (deadline.kind()) {
            case RESERVATION -> {
                if (same && contact.state == State.RESERVED) {
                    missed(step, contact);
                }
            }
            case CONNECT -> {
                if (same && contact.state == State.CONNECTING && contact.call.phase() == CallState.Phase.WAITING) {
                    CallEvents.connectFailed(step, contact, "silent");
                }
            }
            case ANSWER_LIMIT -> {
                if (same && contact.state == State.QUEUED && contact.handling.ending() == null) {
                    Dials.abandon(step, contact);
                }
            }
            case FORWARD -> {
                if (same && contact.state == State.QUEUED && contact.handling.ending() == null) {
                    Unanswered.goesOn(step, contact, null);
                }
            }
            case TELL -> Tellings.due(step, contact, deadline.token());
            case ASKED -> {
                Menus.silent(step, contact, deadline.token());
                CallbackWishes.silent(step, contact, deadline.token());
            }
            case LET_GO -> ContactLife.hangUp(step, contact);
            case ANNOUNCED -> {
                if (same && Announcements.plays(contact)) {
                    ContactLife.hangUp(step, contact);
                }
            }
            case DIAL_SILENT -> {
                if (contact.call.phase() == CallState.Phase.DIALLING) {
                    Reconciliation.ask(step, contact.gateway);
                    Dials.armSilence(step, contact);
                }
            }
            case WRAP_UP -> {
                if (contact.state == State.WRAP_UP) {
                    ContactLife.finish(step, contact, ContactLife.NONE, contact.note);
                }
            }
            case GRACE, AGENT_GONE -> throw new IllegalStateException("not about a contact: " + deadline);
        }
    }

    private static void missed(Step step, LiveContact contact) {
        LiveAgent agent = step.floor.agentOf(contact);
        if (contact.previewed()) {
            contact.agentId = null;
            Dials.putBack(step, contact, "missed");
        } else {
            step.journal(contact, ContactEventKind.MISSED, step.now, Map.of("reservation", contact.reservation));
            if (Unanswered.goesOn(step, contact, agent)) {
                return;
            }
            ContactLife.backToQueue(step, contact);
        }
        if (agent != null && contact.id.equals(agent.contactId)) {
            ContactLife.release(step, agent, Presence.MISSED, null);
        }
    }
}
