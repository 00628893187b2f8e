package org.fairlead.routing.entity;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.fairlead.client.Forwarding;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.Handling.Forwarded;
import org.fairlead.routing.entity.LiveContact.State;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a customer whose agent does not answer: the agent's other numbers, a colleague, a voicemail. A contact
 * that was for this agent alone follows the agent's chain, and every contact of a queue that says so. At its end the
 * customer is back in the queue, for anybody; one chain is followed once.
 */
final class Unanswered {

    private static final int COLLEAGUE_SECONDS = 20;
    /** Who answers is asked whether they take the call. */
    private static final Duration CONFIRMING = Duration.ofSeconds(GatewayCommand.RingNumber.CONFIRM_SECONDS);

    private static final Duration SIGNALLING = Duration.ofSeconds(7);

    private Unanswered() {}

    /**
     * Takes the next step, if there is one.
     *
     * @param failed who did not answer; null when a colleague did not come free
     * @return false: no chain is to be followed, and nothing was changed
     */
    static boolean goesOn(Step step, LiveContact contact, @Nullable LiveAgent failed) {
        Forwarded now = contact.handling.forwarded();
        if (now == null) {
            return begins(step, contact, failed, 0);
        }
        LiveAgent whose = step.floor.agents.get(now.of());
        if (whose == null || contact.handling.ending() != null || isOver(whose, now)) {
            return false;
        }
        if (failed != null && failed != whose && contact.id.equals(failed.contactId)) {
            ContactLife.release(step, failed, Presence.MISSED, null);
        }
        next(step, contact, whose, now.at() + 1);
        return true;
    }

    /** Who refuses is at the desk, and wants no other telephone to ring: the chain begins behind the numbers. */
    static boolean refused(Step step, LiveContact contact, LiveAgent agent) {
        if (contact.handling.forwarded() != null) {
            return goesOn(step, contact, null);
        }
        return begins(step, contact, agent, agent.facts.forwarding().numbers().size());
    }

    private static boolean begins(Step step, LiveContact contact, @Nullable LiveAgent agent, int at) {
        if (agent == null || contact.outbound() || contact.handling.ending() != null) {
            return false;
        }
        Reference.QueueFacts queue =
                contact.queueId == null ? null : step.floor.reference.queues().get(contact.queueId);
        boolean his = agent.id().equals(contact.handling.only());
        boolean wanted = his || (queue != null && queue.policy().forwards());
        Forwarding chain = agent.facts.forwarding();
        if (!wanted || chain.leadsNowhere() || at > voicemailAt(chain)) {
            return false;
        }
        next(step, contact, agent, at);
        return true;
    }

    private static boolean isOver(LiveAgent whose, Forwarded now) {
        return now.at() > voicemailAt(whose.facts.forwarding());
    }

    private static int voicemailAt(Forwarding chain) {
        return chain.numbers().size() + 1;
    }

    private static void next(Step step, LiveContact contact, LiveAgent whose, int at) {
        Forwarding chain = whose.facts.forwarding();
        if (at < chain.numbers().size()) {
            contact.handling = contact.handling.forwarded(new Forwarded(whose.id(), at));
            ring(step, contact, whose, chain.numbers().get(at), chain.ringSeconds());
            return;
        }
        if (contact.id.equals(whose.contactId)) {
            ContactLife.release(step, whose, Presence.MISSED, null);
        }
        step.floor.router.gone(contact.id);
        LiveAgent colleague = at == chain.numbers().size() ? colleague(step, contact, chain) : null;
        if (colleague != null) {
            contact.handling = contact.handling.forwarded(new Forwarded(whose.id(), at));
            offer(step, contact, whose, colleague);
        } else if (chain.voicemail() && at <= voicemailAt(chain)) {
            contact.handling = contact.handling.forwarded(new Forwarded(whose.id(), voicemailAt(chain)));
            Voicemails.take(step, contact, whose.id());
        } else {
            contact.handling = contact.handling
                    .forwarded(new Forwarded(whose.id(), voicemailAt(chain) + 1))
                    .forOnly(null);
            ContactLife.play(step, contact, ContactLife.MUSIC, true);
            ContactLife.backToQueue(step, contact);
        }
    }

    /** Another telephone of the agent's, who stays held for the customer. */
    private static void ring(Step step, LiveContact contact, LiveAgent agent, String number, int seconds) {
        contact.agentId = agent.id();
        contact.state = State.CONNECTING;
        contact.reservation++;
        if (agent.presence != Presence.OFFLINE) {
            step.presence(agent, Presence.RESERVED, "forwarded", contact);
        }
        told(step, contact, agent, "NUMBER");
        step.command(
                contact,
                ContactLife.connectPurpose(contact),
                step.floor.nextNumber(),
                step.now.plus(step.floor.settings.connectAnswer()),
                head -> new GatewayCommand.RingNumber(
                        head, agent.facts.login(), number, contact.dialled, seconds, contact.label, contact.language));
        step.deadline(
                Deadline.Kind.CONNECT,
                contact.id,
                Duration.ofSeconds(seconds).plus(CONFIRMING).plus(SIGNALLING),
                contact.reservation);
    }

    private static @Nullable LiveAgent colleague(Step step, LiveContact contact, Forwarding chain) {
        UUID id = chain.colleague();
        LiveAgent agent = id == null ? null : step.floor.agents.get(id);
        return agent != null && agent.facts.active() && agent.facts.clients().contains(contact.client) ? agent : null;
    }

    private static void offer(Step step, LiveContact contact, LiveAgent whose, LiveAgent colleague) {
        contact.handling = contact.handling.forOnly(colleague.id());
        told(step, contact, whose, colleague.facts.login());
        ContactLife.play(step, contact, ContactLife.MUSIC, true);
        ContactLife.backToQueue(step, contact);
    }

    /** The colleague is waited for as long as an offer lasts. */
    static void armColleague(Step step, LiveContact contact) {
        if (contact.handling.forwarded() == null || contact.handling.only() == null) {
            return;
        }
        int offered = contact.handling.terms().reservationSeconds();
        Duration patience = Duration.ofSeconds(offered > 0 ? offered : COLLEAGUE_SECONDS);
        step.deadline(Deadline.Kind.FORWARD, contact.id, patience, contact.reservation);
    }

    private static void told(Step step, LiveContact contact, LiveAgent whose, String to) {
        step.journal(contact, ContactEventKind.FORWARDED, step.now, Map.of("of", whose.facts.login(), "to", to));
    }
}
