package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.contact.Outcome;
import org.fairlead.routing.entity.acd.Treatment;

/** The ways that a customer's contact takes beside its agent: into a queue, on to another, or out again. */
final class Ways {

    private Ways() {}

    /**
     * Comes to its queue: waits there, or is sent on by who it is and when it came.
     *
     * @param at when the wait begins: as soon as it came, or behind the menu
     */
    static void enter(Step step, LiveContact contact, Reference.QueueFacts queue, Instant at) {
        ContactLife.begin(step, contact, at);
        List<Turn> turns = step.floor.router.turns();
        Turn last = turns.isEmpty() ? null : turns.get(turns.size() - 1);
        if (last instanceof Turn.Left left && left.contact().equals(contact.id) && left.atTheDoor()) {
            // never let in: no clock of a service level begins
            contact.queuedAt = null;
            contact.handling = contact.handling.at(null);
            contact.state = LiveContact.State.OFFERED;
            turns.forEach(turn -> follow(step, turn));
            return;
        }
        String greeting = queue.greeting();
        if (greeting == null) {
            ContactLife.play(step, contact, ContactLife.MUSIC, true);
        } else {
            ContactLife.play(step, contact, greeting, false);
        }
        ContactLife.queued(step, contact, at);
        turns.forEach(turn -> follow(step, turn));
    }

    /** Does what the distributor decided beside giving contacts to agents. */
    static void follow(Step step) {
        List<Turn> turns = step.floor.router.turns();
        while (!turns.isEmpty()) {
            turns.forEach(turn -> follow(step, turn));
            turns = step.floor.router.turns();
        }
    }

    private static void follow(Step step, Turn turn) {
        LiveContact contact = step.floor.contacts.get(turn.contact());
        if (contact == null) {
            // asked for, not on the floor: whether somebody could take such a contact
            return;
        }
        if (turn instanceof Turn.Moved moved) {
            moved(step, contact, moved);
        } else if (turn instanceof Turn.Opened opened) {
            Handling.Place place = contact.handling.place();
            Handling.Place stands = place == null ? Handling.Place.since(step.now) : place;
            contact.handling = contact.handling.at(stands.at(opened.site()));
            tell(step, contact, turn, Map.of("site", opened.site()));
        } else if (turn instanceof Turn.Left left) {
            left(step, contact, left);
        } else if (turn instanceof Turn.MayBeCalled) {
            tell(step, contact, turn, Map.of("callback", true));
            CallbackWishes.offer(step, contact);
        }
    }

    private static void moved(Step step, LiveContact contact, Turn.Moved moved) {
        tell(step, contact, moved, Map.of("to", moved.to().toString()));
        Reference.QueueFacts queue = step.floor.reference.queues().get(moved.to());
        if (queue != null) {
            // the programme stays: its agreement counts the contact, whoever answers it
            contact.handling = contact.handling.in(queue).at(Handling.Place.since(step.now));
            contact.queueId = queue.id();
            contact.priority = queue.priority();
            step.changed(contact);
        }
    }

    private static void left(Step step, LiveContact contact, Turn.Left left) {
        Treatment treatment = left.treatment();
        if (treatment instanceof Treatment.Outside outside) {
            tell(step, contact, left, Map.of("number", outside.number()));
            OutsideCalls.ring(step, contact, outside.number());
            return;
        }
        tell(step, contact, left, Map.of());
        if (treatment instanceof Treatment.Voicemail) {
            Voicemails.take(step, contact, null);
            return;
        }
        String prompt = treatment instanceof Treatment.Goodbye goodbye ? goodbye.prompt() : PolicyRules.CLOSED;
        ContactLife.letGo(step, contact, Outcome.REFUSED, prompt);
    }

    private static void tell(Step step, LiveContact contact, Turn turn, Map<String, Object> more) {
        Map<String, Object> detail = new HashMap<>(more);
        detail.put("why", turn.why().name());
        Instant at = step.now;
        step.journal(contact, ContactEventKind.OVERFLOWED, at, detail);
    }
}
