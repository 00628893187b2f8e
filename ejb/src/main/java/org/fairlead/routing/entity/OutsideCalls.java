package org.fairlead.routing.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.contact.Outcome;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.routing.entity.Handling.Place;
import org.fairlead.routing.entity.LiveContact.State;

/**
 * Customers whom a queue sends to a number outside the house. The gateway keeps the site's limits: a full trunk is a
 * number that does not answer. Who is not answered there is back in the line, and stays in it.
 */
final class OutsideCalls {

    private static final int RINGS_SECONDS = 30;
    private static final Duration SIGNALLING = Duration.ofSeconds(7);
    private static final String NO_AGENT = "";

    private OutsideCalls() {}

    static void ring(Step step, LiveContact contact, String number) {
        step.floor.router.gone(contact.id);
        contact.state = State.CONNECTING;
        contact.agentId = null;
        contact.reservation++;
        contact.words.clear();
        contact.handling =
                contact.handling.with(contact.handling.inLine().asking(null).outside(number));
        step.changed(contact);
        if (step.floor.reference.numbers().containsKey(number)) {
            // set up before the number became one of ours: it would ring here again, and again
            step.journal(contact, ContactEventKind.CONNECT_FAILED, step.now, Map.of("why", "ours"));
            failed(step, contact);
            return;
        }
        step.command(
                contact,
                ContactLife.connectPurpose(contact),
                step.floor.nextNumber(),
                step.now.plus(step.floor.settings.connectAnswer()),
                head -> new GatewayCommand.RingNumber(
                        head, NO_AGENT, number, contact.dialled, RINGS_SECONDS, contact.label, ""));
        arm(step, contact);
    }

    /** It rings there longer than an agent's telephone. */
    static void arm(Step step, LiveContact contact) {
        step.deadline(
                Deadline.Kind.CONNECT,
                contact.id,
                Duration.ofSeconds(RINGS_SECONDS).plus(SIGNALLING),
                contact.reservation);
    }

    static void reached(Step step, LiveContact contact, Instant reported) {
        contact.state = State.CONNECTED;
        Instant connected = step.at(contact, reported);
        if (contact.connectedAt == null) {
            contact.connectedAt = connected;
        }
        Instant queued = contact.queuedAt == null ? contact.offeredAt : contact.queuedAt;
        step.journal(
                contact,
                ContactEventKind.CONNECTED,
                reported,
                Map.of(
                        "wait",
                        Duration.between(queued, connected).toMillis(),
                        "outside",
                        String.valueOf(contact.handling.inLine().outside())));
    }

    static void failed(Step step, LiveContact contact) {
        contact.handling = contact.handling.with(contact.handling.inLine().outside(null));
        if (contact.queuedAt == null) {
            // sent there from a closed door: there is no line to go back to
            ContactLife.letGo(step, contact, Outcome.REFUSED, PolicyRules.CLOSED);
            return;
        }
        Place place = contact.handling.place();
        staysInLine(step, contact, place == null ? Place.since(step.now) : place);
    }

    /** The line outside broke under the talk: the customer is back, and the time of the talk was no wait. */
    static void left(Step step, LiveContact contact, Instant at) {
        String number = String.valueOf(contact.handling.inLine().outside());
        contact.handling = contact.handling.with(contact.handling.inLine().outside(null));
        step.journal(contact, ContactEventKind.AGENT_LEFT, at, Map.of("outside", number));
        if (contact.queuedAt == null) {
            ContactLife.letGo(step, contact, Outcome.HANDLED, null);
            return;
        }
        Place place = contact.handling.place();
        Place now = Place.since(step.now);
        staysInLine(step, contact, place == null ? now : new Place(step.now, place.site(), true));
    }

    private static void staysInLine(Step step, LiveContact contact, Place place) {
        contact.handling = contact.handling.at(place.staying());
        ContactLife.backToQueue(step, contact);
        ContactLife.play(step, contact, ContactLife.MUSIC, true);
    }
}
