package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.Handling.PendingTransfer;
import org.fairlead.routing.entity.Handling.Place;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/** A contact that leaves its agent while the customer stays: to a queue, another agent, an outside number. */
final class Transfers {

    private Transfers() {}

    static void ask(Step step, LiveContact contact, LiveAgent agent, TransferKind kind, String target) {
        boolean consulting = contact.handling.consulted() != null;
        if (consulting == (kind == TransferKind.BLIND || kind == TransferKind.CONSULT)) {
            throw new Refused("desk.not-now");
        }
        switch (kind) {
            case BLIND -> blind(step, contact, agent, target);
            case CONSULT -> consult(step, contact, agent, target);
            case CONSULT_CANCEL, CONSULT_JOIN -> send(step, contact, kind, "");
            case CONSULT_COMPLETE -> complete(step, contact, agent);
        }
    }

    private static void blind(Step step, LiveContact contact, LiveAgent agent, String target) {
        PendingTransfer inside = inside(step, contact, agent, target);
        asked(step, contact, TransferKind.BLIND, target);
        if (inside == null) {
            command(step, contact, TransferKind.BLIND, target);
        } else {
            takeOut(step, contact, inside);
        }
    }

    /** A number or a colleague who is free; a queue cannot be spoken with. */
    private static void consult(Step step, LiveContact contact, LiveAgent agent, String target) {
        PendingTransfer inside = inside(step, contact, agent, target);
        if (inside != null && inside.only() == null) {
            throw new Refused("desk.consult-queue");
        }
        send(step, contact, TransferKind.CONSULT, target);
        contact.handling = contact.handling.consulting(target);
        step.changed(contact);
        step.desk(agent);
        LiveAgent colleague = inside == null ? null : step.floor.agents.get(inside.only());
        if (colleague != null) {
            Consultations.begin(step, contact, colleague);
        }
    }

    /** A colleague gets the contact the way every contact comes to a desk; a number is connected by the gateway. */
    private static void complete(Step step, LiveContact contact, LiveAgent agent) {
        String whom = String.valueOf(contact.handling.consulted());
        PendingTransfer inside = inside(step, contact, agent, whom);
        asked(step, contact, TransferKind.CONSULT_COMPLETE, whom);
        if (inside == null) {
            command(step, contact, TransferKind.CONSULT_COMPLETE, "");
        } else {
            takeOut(step, contact, inside);
        }
    }

    /** The consultation is over, whichever way: the agent is back with the customer, or the transfer did not come off. */
    static void failed(Step step, LiveContact contact, Instant at) {
        boolean goesOn = contact.handling.consulted() != null && contact.handling.transfer() != null;
        if (goesOn) {
            // whoever was asked is kept for the contact until the agent has left it
            contact.handling = contact.handling.consulting(null);
        } else {
            contact.handling = contact.handling.transfer(null);
            endConsultation(step, contact);
        }
        step.journal(contact, ContactEventKind.TRANSFER_FAILED, at, Map.of());
    }

    /** Of another command the agent's talk with the other side knows nothing. */
    static void refused(Step step, LiveContact contact, UUID command) {
        boolean ofTransfer = command.equals(contact.transferCommand);
        if (ofTransfer && contact.handling.transfer() != null) {
            // the talk with the other side was over already; the agent is taken out all the same
            return;
        }
        contact.handling = contact.handling.transfer(null);
        if (ofTransfer || contact.handling.consulted() == null) {
            endConsultation(step, contact);
        }
    }

    static void endConsultation(Step step, LiveContact contact) {
        if (contact.handling.consulted() != null) {
            contact.handling = contact.handling.consulting(null);
            step.changed(contact);
        }
        Consultations.over(step, contact.id);
    }

    private static void send(Step step, LiveContact contact, TransferKind kind, String target) {
        asked(step, contact, kind, target);
        command(step, contact, kind, target);
    }

    private static void asked(Step step, LiveContact contact, TransferKind kind, String target) {
        step.journal(contact, ContactEventKind.TRANSFER_ASKED, step.now, Map.of("kind", kind.name(), "target", target));
    }

    private static void command(Step step, LiveContact contact, TransferKind kind, String target) {
        long position = step.floor.nextNumber();
        String purpose = "transfer/" + position;
        contact.transferCommand = Step.idOf(contact.id, purpose);
        step.command(
                contact,
                purpose,
                position,
                step.now.plus(step.floor.settings.commandLife()),
                head -> new GatewayCommand.Transfer(head, kind, target));
    }

    /**
     * The gateway takes the agent out and tells {@code AgentLeft}; only then the contact goes on. It takes nobody out of a
     * consultation, so that ends first.
     */
    static void takeOut(Step step, LiveContact contact, @Nullable PendingTransfer then) {
        if (contact.handling.consulted() != null) {
            command(step, contact, TransferKind.CONSULT_CANCEL, "");
        }
        contact.handling = contact.handling.transfer(then);
        step.changed(contact);
        step.command(
                contact,
                step.floor.settings.commandLife(),
                head -> new GatewayCommand.Transfer(head, TransferKind.BLIND, GatewayCommand.Transfer.CENTRE));
    }

    private static @Nullable PendingTransfer inside(Step step, LiveContact contact, LiveAgent asking, String target) {
        if (target.startsWith("+")) {
            return null;
        }
        Reference.QueueFacts queue = step.floor.reference.queueOf(contact.client, target);
        if (queue != null) {
            return new PendingTransfer(queue.id(), null);
        }
        LiveAgent agent = step.floor.byLogin.get(target);
        if (agent == null || agent == asking || !agent.facts.clients().contains(contact.client)) {
            throw new Refused("desk.transfer-target", target);
        }
        if (!agent.ready() && !Consultations.about(contact, agent)) {
            throw new Refused("desk.transfer-busy", agent.facts.name());
        }
        return new PendingTransfer(null, agent.id());
    }

    /** The customer is there without an agent: to where it was to go, else back to the head of its place. */
    static void agentLeft(Step step, LiveContact contact, Instant at) {
        if (contact.outside()) {
            OutsideCalls.left(step, contact, at);
            return;
        }
        LiveAgent agent = step.floor.agentOf(contact);
        UUID left = contact.agentId;
        PendingTransfer transfer = contact.handling.transfer();
        contact.handling = contact.handling.transfer(null);
        LiveAgent colleague = Consultations.takesOver(step, contact, transfer);
        endConsultation(step, contact);
        step.journal(
                contact,
                transfer == null ? ContactEventKind.AGENT_LEFT : ContactEventKind.TRANSFERRED,
                at,
                left == null ? Map.of() : Map.of("from", left.toString()));
        if (transfer != null) {
            redirect(step, contact, transfer);
        } else {
            stay(contact, step.now);
        }
        ContactLife.play(step, contact, ContactLife.MUSIC, true);
        if (colleague == null) {
            ContactLife.queue(step, contact, at);
        } else {
            ContactLife.straightTo(step, contact, colleague, at);
        }
        if (agent != null && contact.id.equals(agent.contactId)) {
            ContactLife.release(step, agent, transfer == null ? Presence.AWAY : Presence.AVAILABLE, null);
        }
    }

    /**
     * At the gateway the customer is with somebody else. A colleague there is one who was asked, and stays busy with them
     * although the contact is over for the centre.
     */
    static void handedOver(Step step, LiveContact contact, Instant at) {
        step.journal(contact, ContactEventKind.TRANSFERRED, at, Map.of());
        Consultations.outlives(step, contact, () -> ContactLife.ended(step, contact, at, "AGENT"));
    }

    /** Back in its own queue, where the time of the talk was no wait. */
    private static void stay(LiveContact contact, Instant now) {
        Place place = contact.handling.place();
        if (place != null) {
            contact.handling = contact.handling.at(new Place(now, place.site(), place.past()));
        }
    }

    /** A queue that is gone meanwhile gets nothing: the contact stays in its own. */
    private static void redirect(Step step, LiveContact contact, PendingTransfer transfer) {
        if (transfer.only() != null) {
            contact.handling = contact.handling.forOnly(transfer.only());
            return;
        }
        Reference.QueueFacts queue = step.floor.reference.queues().get(transfer.queueId());
        if (queue != null) {
            contact.handling = contact.handling.in(queue);
            contact.programId = queue.programId();
            contact.queueId = queue.id();
            contact.priority = queue.priority();
        }
    }
}
