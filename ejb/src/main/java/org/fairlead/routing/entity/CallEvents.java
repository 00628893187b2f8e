package org.fairlead.routing.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.contact.Outcome;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.CallEnded;
import org.fairlead.jms.GatewayEvent.CallOffered;
import org.fairlead.jms.GatewayEvent.CommandRefused;
import org.fairlead.jms.GatewayEvent.DialFailed;
import org.fairlead.jms.GatewayEvent.KeysCollected;
import org.fairlead.jms.GatewayEvent.LiveCalls;
import org.fairlead.jms.GatewayEvent.MessagePart;
import org.fairlead.jms.GatewayEvent.Probe;
import org.fairlead.jms.GatewayEvent.RecordingState;
import org.fairlead.jms.GatewayEvent.RefusalReason;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.LiveContact.State;
import org.fairlead.telephony.CallChange;
import org.fairlead.telephony.CallState;
import org.jspecify.annotations.Nullable;

/** What the gateways report, applied to the contacts. Every event is logged, also the one that changes nothing. */
final class CallEvents {

    private static final Duration PROBE_LIFE = Duration.ofSeconds(30);

    private CallEvents() {}

    static void heard(Step step, Input.HeardEvent heard) {
        GatewayEvent event = heard.event();
        if (event instanceof Probe probe) {
            log(step, 0, heard);
            reply(step, probe);
            return;
        }
        if (event instanceof GatewayEvent.SiteReport) {
            log(step, 0, heard);
            return;
        }
        if (event instanceof LiveCalls report) {
            log(step, 0, heard);
            Reconciliation.compare(step, report);
            return;
        }
        if (event instanceof MessagePart part) {
            Voicemails.said(step, part);
            return;
        }
        LiveContact contact = step.floor.contacts.get(event.head().call());
        LiveContact meant = contact == null && event instanceof CommandRefused refused
                ? contactOfCommand(step, refused.command())
                : null;
        if (meant != null) {
            // The gateway has no such call, so it reports under the id of its run, which is in no sequence of ours.
            log(step, meant.client, heard);
            commandRefused(step, meant, (CommandRefused) event);
        } else if (contact != null) {
            log(step, contact.client, heard);
            happened(step, contact, event);
        } else if (event instanceof CallOffered offered) {
            offered(step, offered, heard);
        } else {
            stray(step, heard);
        }
        if (event instanceof CallEnded) {
            Consultations.over(step, event.head().call());
        }
    }

    private static @Nullable LiveContact contactOfCommand(Step step, UUID command) {
        for (LiveContact contact : step.floor.contacts.values()) {
            boolean dial = command.equals(Step.idOf(contact.id, Dials.PURPOSE));
            if (dial || command.equals(Step.idOf(contact.id, ContactLife.connectPurpose(contact)))) {
                return contact;
            }
        }
        return null;
    }

    private static void log(Step step, int client, Input.HeardEvent heard) {
        step.effects.events().add(new Effects.Logged(client, heard.event(), heard.body()));
    }

    private static void reply(Step step, Probe probe) {
        GatewayEvent.Head asked = probe.head();
        UUID id = Step.idOf(asked.call(), "probe/" + asked.sequence());
        var head =
                new GatewayCommand.Head(id, asked.gateway(), asked.call(), step.floor.epoch, step.now.plus(PROBE_LIFE));
        step.effects.replies().add(new GatewayCommand.ProbeReply(head, asked.sequence()));
    }

    private static void offered(Step step, CallOffered offered, Input.HeardEvent heard) {
        UUID call = offered.head().call();
        Reference.NumberFacts number = step.floor.reference.numbers().get(offered.dialled());
        Integer before = step.floor.over.get(call);
        int client = number == null ? 0 : number.client();
        log(step, before == null ? client : before, heard);
        if (before != null || step.known.contacts().contains(call)) {
            return;
        }
        CallState seen = step.floor.strays.remove(call);
        CallState.Step first = (seen == null ? CallState.unseen() : seen).on(offered);
        LiveContact contact = begin(step, offered, number, first.state());
        if (first.change() == CallChange.ENDED) {
            ContactLife.ended(step, contact, offered.head().at(), "CUSTOMER");
        } else if (number == null) {
            ContactLife.letGo(step, contact, Outcome.REFUSED, null);
        } else {
            receive(step, contact, step.floor.reference.queues().get(number.queueId()));
        }
    }

    private static LiveContact begin(
            Step step, CallOffered offered, Reference.@Nullable NumberFacts number, CallState state) {
        Instant reported = offered.head().at();
        Instant at = reported.isAfter(step.now) ? step.now : reported;
        var queue = number == null ? null : step.floor.reference.queues().get(number.queueId());
        LiveContact contact = new LiveContact(
                offered.head().call(),
                number == null ? 0 : number.client(),
                offered.head().gateway(),
                LiveContact.INBOUND,
                at,
                state,
                queue == null ? Handling.none() : Handling.inbound(queue));
        contact.dialled = offered.dialled();
        contact.remote = offered.from();
        if (number != null) {
            contact.label = number.label();
            contact.language = number.language();
            Known.Customer customer =
                    step.known.customers().get(new Known.CallerNumber(number.client(), offered.from()));
            if (customer != null) {
                contact.customerId = customer.id();
                contact.handling = contact.handling.of(customer.known());
            }
        }
        if (queue != null) {
            contact.programId = queue.programId();
            contact.queueId = queue.id();
            contact.priority = queue.priority();
        }
        step.floor.contacts.put(contact.id, contact);
        step.journal(contact, ContactEventKind.OFFERED, at, Map.of("dialled", offered.dialled()));
        return contact;
    }

    private static void receive(Step step, LiveContact contact, Reference.@Nullable QueueFacts queue) {
        if (queue == null) {
            ContactLife.letGo(step, contact, Outcome.REFUSED, null);
            return;
        }
        Menus.begin(step, contact, queue);
    }

    /** Heard of a call that has no contact: over already, or its offer is still to come. */
    private static void stray(Step step, Input.HeardEvent heard) {
        UUID call = heard.event().head().call();
        Integer client = step.floor.over.get(call);
        log(step, client == null ? 0 : client, heard);
        if (client == null) {
            CallState state = step.floor.strays.getOrDefault(call, CallState.unseen());
            step.floor.strays.put(call, state.on(heard.event()).state());
        }
    }

    private static void happened(Step step, LiveContact contact, GatewayEvent event) {
        CallState.Step next = contact.call.on(event);
        boolean seen = next.state().equals(contact.call);
        contact.call = next.state();
        if (!seen) {
            step.changed(contact);
        }
        Instant at = event.head().at();
        switch (next.change()) {
            case NONE, OFFERED -> {}
            case KEYS -> pressed(step, contact, (KeysCollected) event);
            case MESSAGE -> Voicemails.taken(step, contact);
            case RINGING -> step.journal(contact, ContactEventKind.RINGING, at, Map.of());
            case ANSWERED -> Dials.answered(step, contact, at);
            case MACHINE -> Dials.machine(step, contact, at);
            case BRIDGED -> bridged(step, contact, at);
            case CONNECT_FAILED -> connectFailed(step, contact, "gateway");
            case AGENT_LEFT -> Transfers.agentLeft(step, contact, at);
            case HELD -> step.journal(contact, ContactEventKind.HELD, at, Map.of());
            case RESUMED -> step.journal(contact, ContactEventKind.RESUMED, at, Map.of());
            case TRANSFERRED -> Transfers.handedOver(step, contact, at);
            case TRANSFER_FAILED -> Transfers.failed(step, contact, at);
            case PROMPT_ENDED -> promptEnded(step, contact);
            case RECORDING -> recording(step, contact, contact.call.recording(), at);
            case MONITORED -> Talks.monitored(step, contact, (GatewayEvent.Monitored) event, at);
            case COMMAND_REFUSED -> commandRefused(step, contact, (CommandRefused) event);
            case ENDED -> ContactLife.ended(step, contact, at, by(event));
        }
    }

    private static void pressed(Step step, LiveContact contact, KeysCollected said) {
        Announcements.pressed(step, contact, said.keys(), said.head().at());
        Menus.pressed(step, contact, said);
        CallbackWishes.answered(step, contact, said);
    }

    private static String by(GatewayEvent event) {
        if (event instanceof CallEnded ended) {
            return ended.by().name();
        }
        return event instanceof DialFailed failed ? failed.cause().name() : "ENGINE";
    }

    private static void bridged(Step step, LiveContact contact, Instant at) {
        if (contact.state == State.CONNECTED) {
            return;
        }
        LiveAgent agent = step.floor.agentOf(contact);
        if (agent == null && contact.outside()) {
            OutsideCalls.reached(step, contact, at);
            return;
        }
        if (agent == null) {
            // The offer was withdrawn while the gateway connected it: nobody is there, so the customer waits on.
            Transfers.takeOut(step, contact, null);
            return;
        }
        contact.state = State.CONNECTED;
        contact.handling = contact.handling.forwarded(null);
        Instant queued = contact.queuedAt == null ? contact.offeredAt : contact.queuedAt;
        Instant connected = step.at(contact, at);
        if (contact.connectedAt == null) {
            contact.connectedAt = connected;
        }
        if (agent.presence == Presence.RESERVED) {
            step.presence(agent, Presence.ON_CONTACT, null, contact);
        }
        long wait = Duration.between(queued, connected).toMillis();
        step.journal(contact, ContactEventKind.CONNECTED, at, Tellings.against(contact, connected, wait));
        CallbackWishes.over(step, contact);
        startRecording(step, contact);
    }

    /** Talks are recorded from their first word on; one that was paused before a transfer stays so. */
    private static void startRecording(Step step, LiveContact contact) {
        if (contact.call.recording() == RecordingState.OFF) {
            step.command(
                    contact,
                    step.floor.settings.commandLife(),
                    head -> new GatewayCommand.RecordCall(head, RecordingState.ON));
        }
    }

    static void connectFailed(Step step, LiveContact contact, String why) {
        if (contact.state != State.CONNECTING) {
            return;
        }
        LiveAgent agent = step.floor.agentOf(contact);
        step.journal(contact, ContactEventKind.CONNECT_FAILED, step.now, Map.of("why", why));
        if (contact.outside()) {
            OutsideCalls.failed(step, contact);
            return;
        }
        if (Unanswered.goesOn(step, contact, agent)) {
            return;
        }
        ContactLife.backToQueue(step, contact);
        ContactLife.play(step, contact, ContactLife.MUSIC, true);
        if (agent != null && contact.id.equals(agent.contactId)) {
            ContactLife.release(step, agent, Presence.MISSED, "connect-failed");
        }
    }

    private static void promptEnded(Step step, LiveContact contact) {
        if (contact.handling.ending() == Outcome.VOICEMAIL) {
            // of a prompt before it: the customer is speaking
            return;
        }
        if (contact.handling.ending() != null) {
            ContactLife.hangUp(step, contact);
        } else if (contact.handling.inLine().asking() != null || Menus.asks(contact)) {
            // of a prompt before the question: playing music would end that
            return;
        } else if (contact.call.phase() == CallState.Phase.WAITING && contact.state != State.CONNECTED) {
            Tellings.goesOn(step, contact);
        }
    }

    private static void recording(Step step, LiveContact contact, RecordingState state, Instant at) {
        step.journal(contact, ContactEventKind.RECORDING, at, Map.of("state", state.name()));
    }

    private static void commandRefused(Step step, LiveContact contact, CommandRefused refused) {
        step.journal(
                contact,
                ContactEventKind.COMMAND_REFUSED,
                refused.head().at(),
                Map.of(
                        "command",
                        refused.command().toString(),
                        "reason",
                        refused.reason().name()));
        boolean undialled = contact.call.phase() == CallState.Phase.DIALLING;
        if (undialled && refused.command().equals(Step.idOf(contact.id, Dials.PURPOSE))) {
            Outcome how = refused.reason() == RefusalReason.EXPIRED || refused.reason() == RefusalReason.FENCED
                    ? Outcome.EXPIRED
                    : Outcome.FAILED;
            contact.call = contact.call.endedAs(how);
            ContactLife.ended(
                    step, contact, refused.head().at(), refused.reason().name());
        } else if (refused.reason() == RefusalReason.UNKNOWN_CALL && contact.state != State.WRAP_UP) {
            contact.call = contact.call.endedAs(contact.call.bridgedOnce() ? Outcome.HANDLED : Outcome.LOST);
            ContactLife.ended(step, contact, refused.head().at(), "UNKNOWN_CALL");
        } else if (refused.command().equals(Step.idOf(contact.id, ContactLife.connectPurpose(contact)))) {
            connectFailed(step, contact, refused.reason().name());
        } else if (refused.command().equals(Step.idOf(contact.id, Voicemails.PURPOSE))
                || refused.command().equals(Step.idOf(contact.id, Announcements.PURPOSE))) {
            ContactLife.hangUp(step, contact);
        } else if (!Menus.refused(step, contact, refused.command())) {
            Talks.refused(contact, refused.command());
            Transfers.refused(step, contact, refused.command());
        }
    }
}
