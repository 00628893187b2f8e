package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayEvent.RecordingState;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.Input.DeskAction;
import org.fairlead.routing.entity.LiveContact.State;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;

/** What agents do. Each action looks first and changes then: a refused one has changed nothing. */
final class DeskActions {

    private static final String NOT_NOW = "desk.not-now";

    private DeskActions() {}

    static void act(Step step, LiveAgent agent, DeskAction action) {
        if (action instanceof DeskAction.Open open) {
            Sessions.open(step, agent, open.sessionId());
        } else if (action instanceof DeskAction.Lost lost) {
            Sessions.lost(step, agent, lost.sessionId());
        } else if (action instanceof DeskAction.Leave leave) {
            Sessions.leave(step, agent, leave.sessionId());
        } else if (action instanceof DeskAction.Present present) {
            present(step, agent, present);
        } else if (!(action instanceof DeskAction.Look)) {
            onContact(step, agent, action);
        }
    }

    private static void present(Step step, LiveAgent agent, DeskAction.Present wanted) {
        if (!wanted.wanted().chosen() || agent.presence == Presence.OFFLINE) {
            throw new Refused(NOT_NOW);
        }
        Pauses.require(step.floor.reference, agent, wanted.wanted(), wanted.reason());
        if (agent.contactId == null && agent.consulted == null) {
            step.presence(agent, wanted.wanted(), wanted.reason(), null);
        } else {
            agent.next = wanted.wanted();
            agent.nextReason = wanted.reason();
            step.desk(agent);
        }
    }

    private static void onContact(Step step, LiveAgent agent, DeskAction action) {
        if (action instanceof DeskAction.Accept accept) {
            accept(step, agent, atHand(step, agent, accept.contact()));
        } else if (action instanceof DeskAction.Refuse refuse) {
            refuse(step, agent, atHand(step, agent, refuse.contact()));
        } else if (action instanceof DeskAction.Hold hold) {
            hold(step, connected(step, agent, hold.contact()), hold.on());
        } else if (action instanceof DeskAction.Mute mute) {
            mute(step, connected(step, agent, mute.contact()), mute.on());
        } else if (action instanceof DeskAction.Tape tape) {
            tape(step, connected(step, agent, tape.contact()), tape.on());
        } else if (action instanceof DeskAction.SendKeys keys) {
            sendKeys(step, connected(step, agent, keys.contact()), keys.keys());
        } else if (action instanceof DeskAction.Transfer transfer) {
            LiveContact contact = connected(step, agent, transfer.contact());
            Transfers.ask(step, contact, agent, transfer.kind(), transfer.target());
        } else if (action instanceof DeskAction.HangUp hangUp) {
            hangUp(step, atHand(step, agent, hangUp.contact()));
        } else if (action instanceof DeskAction.DialPreview dial) {
            Dials.dialPreviewed(step, previewed(step, agent, dial.contact()), agent);
        } else if (action instanceof DeskAction.CallBack call) {
            Callbacks.judged(step, in(State.RESERVED, atHand(step, agent, call.contact())), agent, call);
        } else if (action instanceof DeskAction.SkipPreview skip) {
            Dials.putBack(step, previewed(step, agent, skip.contact()), skip.reason());
        } else if (action instanceof DeskAction.Finishing finishing) {
            connected(step, agent, finishing.contact());
            agent.finishing = finishing.contact();
            agent.finishingAt = step.now;
        } else if (action instanceof DeskAction.Close close) {
            close(step, atHand(step, agent, close.contact()), close);
        }
    }

    private static LiveContact atHand(Step step, LiveAgent agent, UUID id) {
        LiveContact contact = step.floor.contacts.get(id);
        if (contact == null || !id.equals(agent.contactId)) {
            throw new NotFound("contact");
        }
        return contact;
    }

    private static LiveContact connected(Step step, LiveAgent agent, UUID id) {
        return in(State.CONNECTED, atHand(step, agent, id));
    }

    private static LiveContact previewed(Step step, LiveAgent agent, UUID id) {
        LiveContact contact = in(State.RESERVED, atHand(step, agent, id));
        if (!contact.previewed()) {
            throw new Refused(NOT_NOW);
        }
        return contact;
    }

    private static LiveContact in(State state, LiveContact contact) {
        if (contact.state != state) {
            throw new Refused(NOT_NOW);
        }
        return contact;
    }

    private static void accept(Step step, LiveAgent agent, LiveContact contact) {
        if (contact.state == State.CONNECTING || contact.state == State.CONNECTED) {
            return;
        }
        if (in(State.RESERVED, contact).previewed()) {
            throw new Refused(NOT_NOW);
        }
        if (contact.toBeCalled()) {
            throw new Refused(Callbacks.UNJUDGED);
        }
        ContactLife.accept(step, contact, agent);
    }

    private static void refuse(Step step, LiveAgent agent, LiveContact contact) {
        if (in(State.RESERVED, contact).previewed()) {
            throw new Refused(NOT_NOW);
        }
        step.journal(contact, ContactEventKind.REFUSED, step.now, Map.of("reservation", contact.reservation));
        ContactLife.release(step, agent, Presence.AWAY, "refused");
        if (!Unanswered.refused(step, contact, agent)) {
            ContactLife.backToQueue(step, contact);
        }
    }

    private static void hold(Step step, LiveContact contact, boolean on) {
        if (contact.call.held() != on) {
            step.command(
                    contact,
                    step.floor.settings.commandLife(),
                    on ? GatewayCommand.Hold::new : GatewayCommand.Resume::new);
        }
    }

    private static void mute(Step step, LiveContact contact, boolean on) {
        if (contact.muted == on) {
            return;
        }
        contact.muted = on;
        step.command(contact, step.floor.settings.commandLife(), head -> new GatewayCommand.Mute(head, on));
        step.journal(contact, on ? ContactEventKind.MUTED : ContactEventKind.UNMUTED);
    }

    private static void tape(Step step, LiveContact contact, boolean on) {
        RecordingState is = contact.call.recording();
        if (on == (is == RecordingState.ON)) {
            return;
        }
        if (!on && is == RecordingState.OFF) {
            throw new Refused(NOT_NOW);
        }
        RecordingState wanted = on ? RecordingState.ON : RecordingState.PAUSED;
        step.command(contact, step.floor.settings.commandLife(), head -> new GatewayCommand.RecordCall(head, wanted));
    }

    private static void sendKeys(Step step, LiveContact contact, String keys) {
        if (!keys.matches("[0-9*#]{1,32}")) {
            throw new Refused("desk.keys");
        }
        step.command(contact, step.floor.settings.commandLife(), head -> new GatewayCommand.SendKeys(head, keys));
        step.journal(contact, ContactEventKind.KEYS_SENT, step.now, Map.of("count", keys.length()));
    }

    private static void hangUp(Step step, LiveContact contact) {
        if (contact.state != State.CONNECTED && contact.state != State.CONNECTING) {
            throw new Refused(NOT_NOW);
        }
        ContactLife.hangUp(step, contact);
    }

    private static void close(Step step, LiveContact contact, DeskAction.Close how) {
        in(State.WRAP_UP, contact);
        boolean nobodyThere = contact.connectedAt == null && how.disposition().equals(ContactLife.NONE);
        if (!nobodyThere && !chooses(step, contact, how.disposition())) {
            throw new Refused("desk.disposition", how.disposition());
        }
        Instant callbackAt = how.callbackAt();
        if (callbackAt != null && !callbackAt.isAfter(step.now)) {
            throw new Refused("desk.callback-past");
        }
        contact.handling = contact.handling.callback(callbackAt, how.callbackMine());
        ContactLife.finish(step, contact, how.disposition(), how.note());
    }

    /** A programme without dispositions of its own lets everything pass. */
    private static boolean chooses(Step step, LiveContact contact, String disposition) {
        Reference.ProgramFacts program = contact.programId == null
                ? null
                : step.floor.reference.programs().get(contact.programId);
        return program == null
                || program.dispositions().isEmpty()
                || program.dispositions().contains(disposition);
    }
}
