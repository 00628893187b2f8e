package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.LiveContact.PendingTransfer;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/** A contact that leaves its agent while the customer stays: to a queue, another agent, an outside number. */
final class Transfers {

    private Transfers() {}

    static void ask(Step step, LiveContact contact, LiveAgent agent, TransferKind kind, String target) {
        PendingTransfer inside = kind == TransferKind.BLIND ? inside(step, contact, agent, target) : null;
        step.journal(contact, ContactEventKind.TRANSFER_ASKED, step.now, Map.of("kind", kind.name(), "target", target));
        if (inside == null) {
            step.command(
                    contact,
                    step.floor.settings.commandLife(),
                    head -> new GatewayCommand.Transfer(head, kind, target));
        } else {
            takeOut(step, contact, inside);
        }
    }

    /** The gateway takes the agent out and tells {@code AgentLeft}; only then the contact goes on. */
    static void takeOut(Step step, LiveContact contact, @Nullable PendingTransfer then) {
        contact.transfer = then;
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
            return new PendingTransfer(queue, null);
        }
        LiveAgent agent = step.floor.byLogin.get(target);
        if (agent == null || agent == asking || !agent.facts.clients().contains(contact.client)) {
            throw new Refused("desk.transfer-target", target);
        }
        if (!agent.ready()) {
            throw new Refused("desk.transfer-busy", agent.facts.name());
        }
        return new PendingTransfer(null, agent.id());
    }

    /** The customer is there without an agent: to where it was to go, else back to the head of its place. */
    static void agentLeft(Step step, LiveContact contact, Instant at) {
        LiveAgent agent = step.floor.agentOf(contact);
        UUID left = contact.agentId;
        PendingTransfer transfer = contact.transfer;
        contact.transfer = null;
        step.journal(
                contact,
                transfer == null ? ContactEventKind.AGENT_LEFT : ContactEventKind.TRANSFERRED,
                at,
                left == null ? Map.of() : Map.of("from", left.toString()));
        if (transfer != null) {
            redirect(contact, transfer);
        }
        ContactLife.play(step, contact, ContactLife.MUSIC, true);
        ContactLife.queue(step, contact, at);
        if (agent != null && contact.id.equals(agent.contactId)) {
            ContactLife.release(step, agent, transfer == null ? Presence.AWAY : Presence.AVAILABLE, null);
        }
    }

    private static void redirect(LiveContact contact, PendingTransfer transfer) {
        Reference.QueueFacts queue = transfer.queue();
        if (queue == null) {
            contact.handling = contact.handling.forOnly(transfer.only());
        } else {
            contact.handling = Handling.inbound(queue);
            contact.programId = queue.programId();
            contact.queueId = queue.id();
            contact.priority = queue.priority();
        }
    }
}
