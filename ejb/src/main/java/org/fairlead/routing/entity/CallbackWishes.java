package org.fairlead.routing.entity;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.fairlead.compliance.PhoneNumbers;
import org.fairlead.compliance.PhoneNumbers.PhoneNumber;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayEvent.KeysCollected;
import org.fairlead.routing.entity.InLine.Asking;
import org.fairlead.routing.entity.InLine.Question;
import org.fairlead.routing.entity.LiveContact.State;
import org.jspecify.annotations.Nullable;

/**
 * Waiting customers are asked by key whether they would rather be called back: at which number, the calling one or one
 * that they type, and when, in their turn or at a time that they type. They stand in the line meanwhile; an agent who
 * comes first ends the questions.
 */
final class CallbackWishes {

    private static final String YES = "1";
    private static final String NOWHERE = "ZZ";
    private static final int SECONDS = 8;
    private static final int NUMBER_KEYS = 15;
    private static final int TIME_KEYS = 4;
    private static final int PATIENCE = 2;
    /** The words, the time for the keys, and a gateway that takes its time. */
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private CallbackWishes() {}

    static void offer(Step step, LiveContact contact) {
        boolean asked = contact.handling.inLine().asking() != null;
        if (!asked && !contact.outbound() && contact.state == State.QUEUED && contact.handling.ending() == null) {
            ask(step, contact, Asking.of(Question.WHETHER, null));
        }
    }

    private static void ask(Step step, LiveContact contact, Asking asking) {
        contact.handling = contact.handling.with(contact.handling.inLine().asking(asking));
        contact.words.clear();
        step.changed(contact);
        String prompt = prompt(asking);
        int most =
                switch (asking.question()) {
                    case WHETHER -> 1;
                    case NUMBER -> NUMBER_KEYS;
                    case WHEN -> TIME_KEYS;
                };
        step.command(
                contact,
                step.floor.settings.commandLife(),
                head -> new GatewayCommand.CollectKeys(head, prompt, "", contact.language, most, SECONDS));
        arm(step, contact);
    }

    private static void arm(Step step, LiveContact contact) {
        contact.askedAt = step.now;
        step.deadline(Deadline.Kind.ASKED, contact.id, LONGEST, step.now.toEpochMilli());
    }

    /** After a restart: the gateway still asks, and its answer is waited for anew. */
    static void goesOn(Step step, LiveContact contact) {
        if (contact.handling.inLine().asking() != null) {
            arm(step, contact);
        }
    }

    private static String prompt(Asking asking) {
        String again = asking.misread() > 0 ? "-again" : "";
        return switch (asking.question()) {
            case WHETHER -> "callback-whether";
            case NUMBER -> "callback-number" + again;
            case WHEN -> "callback-when" + again;
        };
    }

    /** The customer pressed keys, or none. */
    static void answered(Step step, LiveContact contact, KeysCollected said) {
        Asking asking = contact.handling.inLine().asking();
        if (asking == null || !said.prompt().equals(prompt(asking))) {
            return;
        }
        if (contact.state != State.QUEUED || contact.handling.ending() != null) {
            agentComes(step, contact);
            return;
        }
        switch (asking.question()) {
            case WHETHER -> whether(step, contact, said.keys());
            case NUMBER -> number(step, contact, asking, said.keys());
            case WHEN -> when(step, contact, asking, said.keys());
        }
    }

    private static void whether(Step step, LiveContact contact, String keys) {
        if (keys.equals(YES)) {
            ask(step, contact, Asking.of(Question.NUMBER, null));
        } else {
            waitsOn(step, contact);
        }
    }

    private static void number(Step step, LiveContact contact, Asking asking, String keys) {
        String country = PhoneNumbers.parse(contact.dialled, NOWHERE, null)
                .map(PhoneNumber::country)
                .orElse(NOWHERE);
        Optional<PhoneNumber> read = keys.equals(YES)
                ? PhoneNumbers.parse(contact.remote, NOWHERE, null)
                : PhoneNumbers.parse(keys, country, null)
                        .filter(typed -> typed.country().equals(country));
        Optional<String> number = read.map(PhoneNumber::e164).filter(found -> !PhoneNumbers.isPremium(found));
        if (number.isPresent()) {
            ask(step, contact, Asking.of(Question.WHEN, number.get()));
        } else {
            again(step, contact, asking);
        }
    }

    private static void when(Step step, LiveContact contact, Asking asking, String keys) {
        if (keys.equals(YES)) {
            Callbacks.promise(step, contact, String.valueOf(asking.number()), null);
            return;
        }
        Instant chosen = time(step, contact, keys);
        if (chosen == null) {
            again(step, contact, asking);
        } else {
            Callbacks.promise(step, contact, String.valueOf(asking.number()), chosen);
        }
    }

    /** Hours and minutes by the clock of the queue's hours, else of the customer's number; the next such time when it is open. */
    private static @Nullable Instant time(Step step, LiveContact contact, String keys) {
        if (keys.length() != TIME_KEYS || contact.queueId == null) {
            return null;
        }
        try {
            int typed = Integer.parseInt(keys);
            LocalTime time = LocalTime.of(typed / 100, typed % 100);
            ZonedDateTime now = step.now.atZone(zone(step, contact));
            ZonedDateTime today = now.with(time);
            Instant chosen = (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
            return step.floor.router.opens(contact.queueId, chosen) ? chosen : null;
        } catch (NumberFormatException | DateTimeException noTime) {
            return null;
        }
    }

    private static ZoneId zone(Step step, LiveContact contact) {
        Reference.QueueFacts queue =
                contact.queueId == null ? null : step.floor.reference.queues().get(contact.queueId);
        ZoneId own = queue == null ? null : PolicyRules.zone(queue.policy());
        if (own != null) {
            return own;
        }
        return PhoneNumbers.parse(contact.dialled, NOWHERE, null)
                .flatMap(number -> number.zones().stream().findFirst())
                .orElse(ZoneOffset.UTC);
    }

    private static void again(Step step, LiveContact contact, Asking asking) {
        if (asking.misread() >= PATIENCE) {
            waitsOn(step, contact);
        } else {
            ask(step, contact, new Asking(asking.question(), asking.number(), asking.misread() + 1));
        }
    }

    /** Nothing is asked any more of who is offered to an agent, or let go; until then there is music. */
    private static void agentComes(Step step, LiveContact contact) {
        boolean waits = contact.state == State.QUEUED || contact.state == State.RESERVED;
        if (waits && contact.handling.ending() == null) {
            waitsOn(step, contact);
        } else {
            over(step, contact);
        }
    }

    private static void waitsOn(Step step, LiveContact contact) {
        over(step, contact);
        ContactLife.play(step, contact, ContactLife.MUSIC, true);
    }

    /** Nothing is asked any more. */
    static void over(Step step, LiveContact contact) {
        if (contact.handling.inLine().asking() != null) {
            contact.handling = contact.handling.with(contact.handling.inLine().asking(null));
            step.changed(contact);
        }
    }

    /** The gateway said nothing about the question: the customer waits as before. */
    static void silent(Step step, LiveContact contact, long token) {
        boolean mine = contact.askedAt != null && contact.askedAt.toEpochMilli() == token;
        if (mine && contact.handling.inLine().asking() != null) {
            agentComes(step, contact);
        }
    }
}
