package org.fairlead.routing.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.contact.Outcome;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayEvent.KeysCollected;
import org.fairlead.routing.QueueMenu;
import org.fairlead.routing.QueueMenu.Key;
import org.fairlead.routing.QueueMenu.Question;
import org.fairlead.routing.entity.InLine.Menu;
import org.fairlead.routing.entity.LiveContact.State;
import org.jspecify.annotations.Nullable;

/**
 * What callers are asked by key before they are let into their queue. Nobody waits meanwhile, and no agent is looked for:
 * the contact is offered until its last key, and the wait begins then. Whatever goes wrong leads into the queue.
 */
final class Menus {

    private static final int SECONDS = 6;
    private static final int PATIENCE = 1;
    /** The words, the time for a key, and a gateway that takes its time. */
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private Menus() {}

    /** Asks, if the queue has a menu and lets callers in; else the caller enters as they are. */
    static void begin(Step step, LiveContact contact, Reference.QueueFacts queue) {
        QueueMenu menu = queue.policy().menu();
        boolean open = step.floor.router.opens(queue.id(), step.now);
        Question first = menu == null || !open ? null : question(step, contact, Menu.FIRST);
        if (first == null) {
            Ways.enter(step, contact, queue, contact.offeredAt);
        } else {
            ask(step, contact, first, Menu.FIRST);
        }
    }

    static boolean asks(LiveContact contact) {
        Menu menu = contact.handling.inLine().menu();
        return menu != null && !menu.isOver() && contact.state == State.OFFERED && contact.customerIsThere();
    }

    /** Null when there is none, or none in the caller's language. */
    private static @Nullable Question question(Step step, LiveContact contact, Menu at) {
        Reference.QueueFacts queue = queue(step, contact.queueId);
        QueueMenu menu = queue == null ? null : queue.policy().menu();
        if (menu == null || at.isOver() || at.question() >= menu.questions().size()) {
            return null;
        }
        Question question = menu.questions().get(at.question());
        return question.speaks(contact.language) ? question : null;
    }

    private static Reference.@Nullable QueueFacts queue(Step step, @Nullable UUID id) {
        return id == null ? null : step.floor.reference.queues().get(id);
    }

    private static void ask(Step step, LiveContact contact, Question question, Menu at) {
        contact.handling = contact.handling.with(contact.handling.inLine().asked(at));
        step.changed(contact);
        String prompt = prompt(question, at);
        String text = question.recording().isEmpty() ? question.words().getOrDefault(contact.language, "") : "";
        step.command(
                contact,
                purpose(at),
                step.floor.nextNumber(),
                step.now.plus(step.floor.settings.commandLife()),
                head -> new GatewayCommand.CollectKeys(head, prompt, text, contact.language, 1, SECONDS));
        arm(step, contact);
    }

    /** A recorded one has its own name; spoken words have one that tells the first time from the second. */
    private static String prompt(Question question, Menu at) {
        return question.recording().isEmpty()
                ? "menu-" + question.name() + (at.misread() > 0 ? "-again" : "")
                : question.recording();
    }

    private static String purpose(Menu at) {
        return "menu/" + at.question() + "/" + at.misread();
    }

    private static void arm(Step step, LiveContact contact) {
        contact.askedAt = step.now;
        step.deadline(Deadline.Kind.ASKED, contact.id, LONGEST, step.now.toEpochMilli());
    }

    /** After a restart: the gateway still asks, and its answer is waited for anew. */
    static void goesOn(Step step, LiveContact contact) {
        arm(step, contact);
    }

    static void pressed(Step step, LiveContact contact, KeysCollected said) {
        Menu at = contact.handling.inLine().menu();
        if (at == null || !asks(contact)) {
            return;
        }
        Question question = question(step, contact, at);
        Instant when = said.head().at();
        // one question is out at a time: what answers another was asked before somebody edited the menu
        if (question == null || !said.prompt().equals(prompt(question, at))) {
            enter(step, contact, when);
            return;
        }
        Key key = question.key(said.keys()).orElse(null);
        UUID queue = contact.queueId;
        if (key == null || queue == null) {
            keyed(step, contact, said, question, Map.of());
            misread(step, contact, question, at, when);
            return;
        }
        Map<String, String> known = question.known(queue, key);
        keyed(step, contact, said, question, known);
        answered(step, contact, key, at.next(known), when);
    }

    private static void keyed(
            Step step, LiveContact contact, KeysCollected said, Question question, Map<String, String> known) {
        step.journal(
                contact,
                ContactEventKind.KEYED,
                said.head().at(),
                Map.of("question", question.name(), "keys", said.keys(), "answers", known));
    }

    private static void misread(Step step, LiveContact contact, Question question, Menu at, Instant when) {
        if (at.misread() >= PATIENCE) {
            enter(step, contact, when);
        } else {
            ask(step, contact, question, at.again());
        }
    }

    private static void answered(Step step, LiveContact contact, Key key, Menu next, Instant when) {
        contact.handling = contact.handling.with(contact.handling.inLine().asked(next));
        step.changed(contact);
        Reference.QueueFacts other = queue(step, key.queue());
        if (other != null && other.client() == contact.client) {
            goTo(contact, other);
            enter(step, contact, when);
            return;
        }
        Question question = question(step, contact, next);
        if (question == null) {
            enter(step, contact, when);
        } else {
            ask(step, contact, question, next);
        }
    }

    /** The caller chose it before waiting anywhere; the programme of the number stays: its agreement counts the call. */
    private static void goTo(LiveContact contact, Reference.QueueFacts queue) {
        contact.handling = contact.handling.in(queue);
        contact.queueId = queue.id();
        contact.priority = queue.priority();
    }

    /** Let in, with what is known by now. */
    private static void enter(Step step, LiveContact contact, Instant when) {
        InLine inLine = contact.handling.inLine();
        Menu menu = inLine.menu();
        contact.handling = contact.handling.with(inLine.asked(menu == null ? null : menu.over()));
        contact.askedAt = null;
        step.changed(contact);
        Reference.QueueFacts queue = queue(step, contact.queueId);
        if (queue == null) {
            ContactLife.letGo(step, contact, Outcome.REFUSED, null);
        } else {
            Ways.enter(step, contact, queue, when);
        }
    }

    /** The gateway said nothing about the question. */
    static void silent(Step step, LiveContact contact, long token) {
        boolean mine = contact.askedAt != null && contact.askedAt.toEpochMilli() == token;
        if (mine && asks(contact)) {
            enter(step, contact, step.now);
        }
    }

    /** The gateway does not ask it. */
    static boolean refused(Step step, LiveContact contact, UUID command) {
        Menu at = contact.handling.inLine().menu();
        if (at == null || !asks(contact) || !command.equals(Step.idOf(contact.id, purpose(at)))) {
            return false;
        }
        enter(step, contact, step.now);
        return true;
    }
}
