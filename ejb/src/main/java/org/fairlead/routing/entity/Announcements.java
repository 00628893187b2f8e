package org.fairlead.routing.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.contact.Outcome;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.routing.Announcement;

/**
 * Calls without an agent: who answers hears a text and may press a key, which leads to an agent or ends all further calls.
 * Whoever hangs up meanwhile has been reached all the same.
 */
final class Announcements {

    /** What the command is for; its id follows from it. */
    static final String PURPOSE = "announcement";

    /** The category of the disposition that a customer's own key stands for. */
    static final String STOP = "DO_NOT_CALL";

    static final int OFFER_SECONDS = 20;

    private static final String STOPPED = "stopped";
    private static final int KEY_SECONDS = 6;

    /** The longest text, its key, and a gateway that takes its time. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Announcements() {}

    /** The outcome is certain from here on; a restart lets the customer go. */
    static void play(Step step, LiveContact contact, Announcement announcement) {
        contact.call = contact.call.intending(Outcome.HANDLED);
        contact.handling = contact.handling.ending(Outcome.HANDLED);
        step.changed(contact);
        step.command(
                contact,
                PURPOSE,
                step.floor.nextNumber(),
                step.now.plus(step.floor.settings.commandLife()),
                head -> new GatewayCommand.CollectKeys(
                        head, PURPOSE, announcement.text(), contact.language, 1, KEY_SECONDS));
        step.deadline(Deadline.Kind.ANNOUNCED, contact.id, LONGEST, contact.reservation);
    }

    static void pressed(Step step, LiveContact contact, String keys, Instant at) {
        Announcement announcement = contact.handling.terms().announcement();
        if (announcement == null || !plays(contact)) {
            return;
        }
        step.journal(contact, ContactEventKind.KEYED, at, Map.of("keys", keys));
        if (keys.isEmpty()) {
            ContactLife.hangUp(step, contact);
        } else if (keys.equals(announcement.stopKey())) {
            contact.disposition = STOP;
            ContactLife.letGo(step, contact, Outcome.HANDLED, STOPPED);
        } else if (keys.equals(announcement.connectKey())) {
            contact.call = contact.call.intending(null);
            contact.handling = contact.handling.ending(null);
            ContactLife.queue(step, contact, at);
            ContactLife.play(step, contact, ContactLife.MUSIC, true);
        } else {
            ContactLife.hangUp(step, contact);
        }
    }

    /** Whether the customer hears it, or is being let go after it. */
    static boolean plays(LiveContact contact) {
        return contact.state == LiveContact.State.OFFERED && contact.customerIsThere();
    }
}
