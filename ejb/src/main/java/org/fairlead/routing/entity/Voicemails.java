package org.fairlead.routing.entity;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.contact.Outcome;
import org.fairlead.contact.VoicemailAsked;
import org.fairlead.contact.VoicemailPart;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayEvent.MessagePart;
import org.fairlead.jms.Wire;
import org.fairlead.routing.entity.LiveContact.State;
import org.jspecify.annotations.Nullable;

/** Customers who leave a message instead of meeting an agent. The gateway records; what was said comes in pieces. */
final class Voicemails {

    static final String PURPOSE = "voicemail";
    private static final String PROMPT = "voicemail";
    private static final int MOST_SECONDS = 120;
    /** The words before, what is said, and a gateway that takes its time. */
    private static final Duration LONGEST = Duration.ofSeconds(MOST_SECONDS + 60);

    private Voicemails() {}

    /** @param whose for whom it is; null: for whoever serves the client */
    static void take(Step step, LiveContact contact, @Nullable UUID whose) {
        contact.call = contact.call.intending(Outcome.VOICEMAIL);
        contact.handling = contact.handling.ending(Outcome.VOICEMAIL);
        contact.agentId = null;
        if (contact.state != State.OFFERED) {
            contact.state = State.QUEUED;
        }
        step.floor.router.gone(contact.id);
        step.journal(
                contact,
                ContactEventKind.VOICEMAIL,
                step.now,
                whose == null ? Map.of() : Map.of("for", whose.toString()));
        step.effects.voicemails().add(new VoicemailAsked(contact.client, contact.id, whose, step.now));
        step.command(
                contact,
                PURPOSE,
                step.floor.nextNumber(),
                step.now.plus(step.floor.settings.commandLife()),
                head -> new GatewayCommand.TakeMessage(head, PROMPT, contact.language, MOST_SECONDS));
        goesOn(step, contact);
    }

    /** Nobody talks for ever. */
    static void goesOn(Step step, LiveContact contact) {
        step.deadline(Deadline.Kind.LET_GO, contact.id, LONGEST, 0);
    }

    /** The customer is done and still there. */
    static void taken(Step step, LiveContact contact) {
        if (contact.handling.ending() == Outcome.VOICEMAIL) {
            ContactLife.hangUp(step, contact);
        }
    }

    /** A piece of what was said; the log of events keeps all but the words. */
    static void said(Step step, MessagePart part) {
        var silent = new MessagePart(part.head(), part.message(), part.part(), part.parts(), "");
        step.effects.events().add(new Effects.Logged(0, silent, Wire.write(silent)));
        step.effects
                .messageParts()
                .add(new VoicemailPart(part.head().gateway(), part.message(), part.part(), part.parts(), part.audio()));
    }
}
