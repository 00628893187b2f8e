package org.fairlead.routing.entity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.routing.DeskState.Consultation;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.LiveContact.State;
import org.jspecify.annotations.Nullable;

/**
 * Colleagues who are asked while a customer waits. They are on the telephone without a contact of their own: until that
 * is over they are given nothing, whoever would give it. Follows from what is kept with the contact.
 */
final class Consultations {

    private static final String WHY = "consulted";

    /** Of an agent who chose something else meanwhile nobody is asked any more; rows of before know no such talk. */
    private static final Set<Presence> HELD = Set.of(Presence.AVAILABLE, Presence.ON_CONTACT, Presence.OFFLINE);

    private Consultations() {}

    /**
     * In which talk an agent is heard.
     *
     * @param gateway where it is
     * @param shown what the agent's desk says of it
     */
    record Heard(UUID call, String gateway, Consultation shown) {}

    static void begin(Step step, LiveContact contact, LiveAgent colleague) {
        // whoever was asked before is asked no more, whatever the gateway has still to say of it
        over(step, contact.id);
        hold(step.floor, contact, colleague);
        step.presence(colleague, Presence.ON_CONTACT, WHY, null);
    }

    private static void hold(Floor floor, LiveContact contact, LiveAgent colleague) {
        LiveAgent asking = floor.agentOf(contact);
        var program =
                contact.programId == null ? null : floor.reference.programs().get(contact.programId);
        var shown = new Consultation(
                asking == null ? "" : asking.facts.name(),
                contact.client,
                floor.reference.clients().getOrDefault(contact.client, ""),
                program == null ? "" : program.name());
        colleague.consulted = new Heard(contact.id, contact.gateway, shown);
        floor.consulted.put(contact.id, colleague);
    }

    /** Whether it is this colleague who is asked about the contact, at a desk that can be given it. */
    static boolean about(LiveContact contact, LiveAgent colleague) {
        return colleague.consulted != null
                && colleague.consulted.call().equals(contact.id)
                && colleague.lostAt == null
                && colleague.presence == Presence.ON_CONTACT
                && colleague.facts.active();
    }

    /** Whoever was asked can be given contacts again, or does what was chosen meanwhile. */
    static void over(Step step, UUID call) {
        LiveAgent colleague = step.floor.consulted.remove(call);
        if (colleague != null
                && colleague.consulted != null
                && colleague.consulted.call().equals(call)) {
            colleague.consulted = null;
            ContactLife.release(step, colleague, Presence.AVAILABLE, null);
        }
    }

    /**
     * The colleague who was asked and now gets the contact itself, at once: others may have waited longer meanwhile, and
     * must not come between.
     */
    static @Nullable LiveAgent takesOver(Step step, LiveContact contact, Handling.@Nullable PendingTransfer transfer) {
        LiveAgent colleague = step.floor.consulted.get(contact.id);
        if (transfer == null
                || colleague == null
                || !colleague.id().equals(transfer.only())
                || !about(contact, colleague)) {
            return null;
        }
        step.floor.consulted.remove(contact.id);
        colleague.consulted = null;
        return colleague;
    }

    /** The agent is out of it at the gateway: the colleague has the customer, until the gateway says that they parted. */
    static void outlives(Step step, LiveContact contact, Runnable end) {
        LiveAgent colleague = step.floor.consulted.remove(contact.id);
        end.run();
        if (colleague != null) {
            step.floor.consulted.put(contact.id, colleague);
        }
    }

    /** Talks of closed contacts that the gateway does not know any more. */
    static void compare(Step step, String gateway, Set<UUID> alive) {
        for (Map.Entry<UUID, LiveAgent> each : List.copyOf(step.floor.consulted.entrySet())) {
            Heard heard = each.getValue().consulted;
            LiveContact open = step.floor.contacts.get(each.getKey());
            // the asking agent may be in wrap-up while the colleague has the customer: then the gateway alone knows
            boolean known = alive.contains(each.getKey()) || (open != null && open.state != State.WRAP_UP);
            if (heard != null && heard.gateway().equals(gateway) && !known) {
                over(step, each.getKey());
            }
        }
    }

    /**
     * From the contacts that are open. Who was asked in one that is closed may still be with its customer, and says when
     * they are back.
     */
    static void rebuild(Step step) {
        for (LiveContact contact : List.copyOf(step.floor.contacts.values())) {
            LiveAgent colleague = asked(step.floor, contact);
            if (colleague != null
                    && colleague.contactId == null
                    && colleague.consulted == null
                    && HELD.contains(colleague.presence)) {
                hold(step.floor, contact, colleague);
                if (colleague.presence == Presence.AVAILABLE) {
                    step.presence(colleague, Presence.ON_CONTACT, WHY, null);
                }
            }
        }
        for (LiveAgent agent : List.copyOf(step.floor.agents.values())) {
            if (agent.presence == Presence.ON_CONTACT && agent.contactId == null && agent.consulted == null) {
                ContactLife.release(step, agent, Presence.AWAY, null);
            }
        }
    }

    private static @Nullable LiveAgent asked(Floor floor, LiveContact contact) {
        if (contact.state != State.CONNECTED) {
            return null;
        }
        String whom = contact.handling.consulted();
        if (whom != null) {
            return floor.byLogin.get(whom);
        }
        // between the end of the talk and the agent's leaving it is the one who waits for the contact
        Handling.PendingTransfer transfer = contact.handling.transfer();
        LiveAgent colleague = transfer == null || transfer.only() == null ? null : floor.agents.get(transfer.only());
        return colleague != null && colleague.presence == Presence.ON_CONTACT ? colleague : null;
    }
}
