package org.fairlead.routing.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.contact.Outcome;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.routing.Announcement;
import org.fairlead.routing.OutboundCall;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.LiveContact.State;
import org.fairlead.shared.Refused;
import org.fairlead.telephony.CallState;

/** Calls that the centre makes. The attempt's id is the call's id: it can leave once only. */
final class Dials {

    /** What the dial command of a call is for; its id follows from it. */
    static final String PURPOSE = "dial";

    /** The words that the law wants a customer to hear who answered and gets no agent. */
    static final String SAFE_HARBOUR = "safe-harbour";

    /** Longer than any dial waits. */
    private static final Duration WITHDRAWN_FOR = Duration.ofMinutes(5);

    private static final Duration SILENCE = Duration.ofSeconds(15);

    private Dials() {}

    static void place(Step step, OutboundCall call) {
        requireOpen(step, call);
        LiveContact contact = contact(step, call, false);
        step.journal(contact, ContactEventKind.OFFERED, step.now, Map.of("mode", "dialled"));
        dial(step, contact, call.expiresAt());
    }

    /** @return whether an agent was ready for it */
    static boolean preview(Step step, OutboundCall call) {
        requireOpen(step, call);
        var chosen = take(step.floor, new Router.Need(call.client().value(), call.skills(), call.agentId()));
        LiveAgent agent = chosen.map(step.floor.agents::get).orElse(null);
        if (agent == null) {
            return false;
        }
        LiveContact contact = contact(step, call, true);
        step.journal(contact, ContactEventKind.OFFERED, step.now, Map.of("mode", "preview"));
        contact.state = State.RESERVED;
        contact.agentId = agent.id();
        contact.reservation++;
        contact.reservedAt = step.now;
        step.presence(agent, Presence.RESERVED, null, contact);
        step.journal(contact, ContactEventKind.PREVIEWED);
        step.deadline(
                Deadline.Kind.RESERVATION, contact.id, Duration.ofSeconds(call.previewSeconds()), contact.reservation);
        return true;
    }

    /** Who is kept for calls is shown nothing, unless it is that agent's own; who works in one queue alone, nothing. */
    private static Optional<UUID> take(Floor floor, Router.Need need) {
        if (need.only() != null && !floor.router.alone(need.only()).isEmpty()) {
            return Optional.empty();
        }
        if (floor.kept.isEmpty() || need.only() != null) {
            return floor.router.take(need);
        }
        return Scenes.dialling(floor, need)
                .findFirst()
                .flatMap(agent -> floor.router.take(new Router.Need(need.client(), need.skills(), agent.id())));
    }

    /** The agent dials what was shown, or whoever is to be called back, and stays with it. */
    static void dialPreviewed(Step step, LiveContact contact, LiveAgent agent) {
        contact.handling = contact.handling.nowDialled();
        contact.state = State.CONNECTING;
        contact.call = CallState.dialled();
        step.presence(agent, Presence.ON_CONTACT, null, contact);
        step.journal(contact, ContactEventKind.DIALLED);
        dial(step, contact, step.now.plus(step.floor.settings.dialLife()));
    }

    /** The previewed lead is put back undialled. */
    static void putBack(Step step, LiveContact contact, String reason) {
        contact.call = contact.call.endedAs(Outcome.REFUSED);
        contact.note = reason;
        contact.state = State.OFFERED;
        ContactLife.ended(step, contact, step.now, "AGENT");
    }

    /** What the gateway says then ends it: refused when it never began, ended when it rang. */
    static void withdraw(Step step, int client, UUID attemptId) {
        LiveContact contact = step.floor.contacts.get(attemptId);
        if (contact != null && contact.client == client && contact.call.phase() == CallState.Phase.DIALLING) {
            contact.call = contact.call.intending(Outcome.NO_ANSWER);
            step.changed(contact);
            step.command(
                    contact,
                    "withdraw",
                    step.floor.nextNumber(),
                    step.now.plus(WITHDRAWN_FOR),
                    GatewayCommand.Withdraw::new);
        }
    }

    private static void requireOpen(Step step, OutboundCall call) {
        boolean exists = step.floor.contacts.containsKey(call.attemptId())
                || step.known.contacts().contains(call.attemptId());
        boolean reachable = step.floor.reference.gateways().contains(call.gateway());
        if (exists || !reachable || !step.known.openAttempts().contains(call.attemptId())) {
            throw new Refused("attempt.not-open");
        }
        if (!call.expiresAt().isAfter(step.now)) {
            throw new Refused("attempt.expired");
        }
    }

    private static LiveContact contact(Step step, OutboundCall call, boolean preview) {
        boolean agents = call.announcement() == null;
        var terms = new Handling.Terms(
                call.skills(),
                agents ? (int) step.floor.settings.answerLimit().toSeconds() : Announcements.OFFER_SECONDS,
                call.wrapUpSeconds(),
                call.previewSeconds(),
                call.ringSeconds(),
                call.callerId(),
                call.campaignName(),
                call.detectMachine(),
                agents,
                preview,
                call.announcement());
        Handling handling = Handling.on(terms, call.agentId());
        LiveContact contact = new LiveContact(
                call.attemptId(),
                call.client().value(),
                call.gateway(),
                LiveContact.OUTBOUND,
                step.now,
                preview ? CallState.unseen() : CallState.dialled(),
                handling);
        contact.programId = call.programId();
        contact.campaignId = call.campaignId();
        contact.leadId = call.leadId();
        contact.attemptId = call.attemptId();
        contact.customerId = call.customerId();
        contact.dialled = call.number();
        contact.remote = call.number();
        contact.language = call.language();
        contact.label = call.label();
        contact.priority = ContactLife.OUTBOUND_FIRST;
        step.floor.contacts.put(contact.id, contact);
        return contact;
    }

    private static void dial(Step step, LiveContact contact, Instant notAfter) {
        Instant life = step.now.plus(step.floor.settings.dialLife());
        Instant expires = notAfter.isBefore(life) ? notAfter : life;
        Handling handling = contact.handling;
        step.command(
                contact,
                PURPOSE,
                step.floor.nextNumber(),
                expires,
                head -> new GatewayCommand.Dial(
                        head,
                        contact.dialled,
                        handling.terms().callerId(),
                        handling.terms().ringSeconds(),
                        handling.terms().detectMachine()));
        if (contact.attemptId != null) {
            step.effects.attempts().add(new Effects.AttemptSent(contact.client, contact.id, contact.agentId));
        }
        armSilence(step, contact);
    }

    static void armSilence(Step step, LiveContact contact) {
        Duration silence = SILENCE.plus(step.floor.settings.dialLife())
                .plusSeconds(contact.handling.terms().ringSeconds());
        step.deadline(Deadline.Kind.DIAL_SILENT, contact.id, silence, 0);
    }

    static void answered(Step step, LiveContact contact, Instant at) {
        step.journal(contact, ContactEventKind.ANSWERED, at, Map.of());
        LiveAgent agent = step.floor.agentOf(contact);
        Announcement announcement = contact.handling.terms().announcement();
        if (announcement != null) {
            Announcements.play(step, contact, announcement);
        } else if (agent == null || agent.presence == Presence.OFFLINE) {
            ContactLife.queue(step, contact, at);
        } else {
            contact.queuedAt = step.at(contact, at);
            ContactLife.connect(step, contact, agent);
        }
    }

    static void machine(Step step, LiveContact contact, Instant at) {
        step.journal(contact, ContactEventKind.ANSWERED, at, Map.of("machine", true));
        ContactLife.letGo(step, contact, Outcome.MACHINE, null);
    }

    /** Answered, and no agent within the limit. */
    static void abandon(Step step, LiveContact contact) {
        step.journal(contact, ContactEventKind.SAFE_HARBOUR);
        ContactLife.letGo(step, contact, Outcome.ABANDONED, SAFE_HARBOUR);
    }
}
