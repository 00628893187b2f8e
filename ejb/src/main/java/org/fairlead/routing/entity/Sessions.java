package org.fairlead.routing.entity;

import java.time.Duration;
import java.util.Map;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.LiveContact.State;
import org.fairlead.shared.Refused;

/** Desktops that come and go. One live session an agent; the newest wins. */
final class Sessions {

    private Sessions() {}

    static void open(Step step, LiveAgent agent, String sessionId) {
        if (!agent.facts.active()) {
            throw new Refused("desk.inactive");
        }
        boolean wasThere = agent.lostAt == null && sessionId.equals(agent.sessionId);
        agent.picksUp = agent.picksUp && sessionId.equals(agent.sessionId);
        agent.sessionId = sessionId;
        agent.lostAt = null;
        if (agent.presence == Presence.OFFLINE) {
            arrive(step, agent);
        } else if (!wasThere) {
            step.changed(agent);
            step.floor.announce(agent);
        }
    }

    private static void arrive(Step step, LiveAgent agent) {
        LiveContact contact = step.floor.contactOf(agent);
        if (agent.consulted != null) {
            agent.next = Presence.AWAY;
            step.presence(agent, Presence.ON_CONTACT, null, null);
        } else if (contact == null) {
            step.presence(agent, Presence.AWAY, null, null);
        } else {
            boolean done = contact.state == State.WRAP_UP;
            step.presence(agent, done ? Presence.WRAP_UP : Presence.ON_CONTACT, null, contact);
        }
    }

    static void lost(Step step, LiveAgent agent, String sessionId) {
        if (sessionId.equals(agent.sessionId) && agent.lostAt == null && agent.presence != Presence.OFFLINE) {
            lost(step, agent, step.floor.settings.grace());
        }
    }

    static void lost(Step step, LiveAgent agent, Duration grace) {
        agent.lostAt = step.now;
        step.floor.announce(agent);
        step.deadline(Deadline.Kind.GRACE, agent.id(), grace, step.now.toEpochMilli());
    }

    static void leave(Step step, LiveAgent agent, String sessionId) {
        if (sessionId.equals(agent.sessionId) && agent.presence != Presence.OFFLINE) {
            goOffline(step, agent);
        }
    }

    /** Nobody is at the desk. An offer goes back at once; a talk gets a while for the agent to return. */
    static void goOffline(Step step, LiveAgent agent) {
        LiveContact contact = step.floor.contactOf(agent);
        agent.next = null;
        agent.nextReason = null;
        if (contact != null && contact.state == State.RESERVED) {
            takeBack(step, contact);
            contact = null;
        }
        step.presence(agent, Presence.OFFLINE, null, contact);
        if (contact != null) {
            step.deadline(
                    Deadline.Kind.AGENT_GONE,
                    agent.id(),
                    step.floor.settings.agentReturns(),
                    agent.since.toEpochMilli());
        }
    }

    private static void takeBack(Step step, LiveContact contact) {
        if (contact.previewed()) {
            contact.agentId = null;
            Dials.putBack(step, contact, "agent-gone");
        } else {
            ContactLife.backToQueue(step, contact, ContactEventKind.MISSED, Map.of("reservation", contact.reservation));
        }
    }

    /** The agent of a live contact did not return: the customer, if still there, goes back to the head of the place. */
    static void gone(Step step, LiveAgent agent) {
        LiveContact contact = step.floor.contactOf(agent);
        if (contact == null) {
            return;
        }
        switch (contact.state) {
            case WRAP_UP -> ContactLife.finish(step, contact, ContactLife.NONE, contact.note);
            case CONNECTED -> {
                if (contact.handling.transfer() == null) {
                    Transfers.takeOut(step, contact, null);
                }
            }
            case CONNECTING -> {
                ContactLife.backToQueue(step, contact, ContactEventKind.AGENT_LEFT, Map.of("why", "offline"));
                ContactLife.release(step, agent, Presence.OFFLINE, null);
            }
            case OFFERED, QUEUED, RESERVED, ENDED -> {}
        }
    }
}
