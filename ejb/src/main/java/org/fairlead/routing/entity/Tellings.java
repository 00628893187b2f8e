package org.fairlead.routing.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.routing.QueuePolicy.Telling;
import org.fairlead.routing.entity.LiveContact.State;
import org.fairlead.routing.entity.acd.Standing;
import org.fairlead.telephony.CallState;
import org.jspecify.annotations.Nullable;

/**
 * What waiting customers are told of their place and of how long it may take: in words that there are prompts for, so
 * always a little more than expected, never less. What was told is kept, and held against how it was.
 */
final class Tellings {

    /** Each has its prompt, in every language. */
    private static final int[] MINUTES = {1, 2, 3, 4, 5, 10, 15, 20, 30};

    private static final int PLACES = 10;
    private static final String LONG = "wait-long";
    private static final String FAR = "place-far";
    private static final long SECOND = 1000;
    private static final int MINUTE = 60;

    private Tellings() {}

    /** A customer who waits on the line is told from time to time, if the queue says so. */
    static void arm(Step step, LiveContact contact) {
        Telling telling = telling(step, contact);
        boolean armed = contact.tellAt != null && contact.tellAt.isAfter(step.now);
        if (telling != null && !armed) {
            at(step, contact, step.now.plusSeconds(telling.afterSeconds()));
        }
    }

    private static void at(Step step, LiveContact contact, Instant when) {
        contact.tellAt = when;
        step.deadline(Deadline.Kind.TELL, contact.id, when, when.toEpochMilli());
    }

    private static @Nullable Telling telling(Step step, LiveContact contact) {
        Reference.QueueFacts queue = contact.queueId == null || contact.outbound()
                ? null
                : step.floor.reference.queues().get(contact.queueId);
        return queue == null ? null : queue.policy().telling();
    }

    static void due(Step step, LiveContact contact, long token) {
        Telling telling = telling(step, contact);
        boolean over = contact.state == State.CONNECTED || contact.state == State.WRAP_UP;
        boolean mine = contact.tellAt != null && contact.tellAt.toEpochMilli() == token;
        if (telling == null || over || !mine || contact.handling.ending() != null) {
            return;
        }
        if (contact.state == State.QUEUED
                && contact.handling.inLine().asking() == null
                && contact.call.phase() == CallState.Phase.WAITING) {
            tell(step, contact, telling);
        }
        if (telling.everySeconds() > 0) {
            at(step, contact, step.now.plusSeconds(telling.everySeconds()));
        }
    }

    private static void tell(Step step, LiveContact contact, Telling telling) {
        Standing standing = step.floor.router.standing(contact.id);
        if (standing == null) {
            return;
        }
        Map<String, Object> detail = new HashMap<>();
        contact.words.clear();
        if (telling.place()) {
            detail.put("place", standing.place());
            contact.words.add(standing.place() > PLACES ? FAR : "place-" + standing.place());
        }
        if (telling.expected()) {
            int minutes = minutes(standing.expectedMillis());
            contact.words.add(minutes == 0 ? LONG : "wait-" + minutes);
            detail.put("expected", standing.expectedMillis() / SECOND);
            if (minutes > 0) {
                detail.put("seconds", minutes * MINUTE);
                contact.handling =
                        contact.handling.with(contact.handling.inLine().told(step.now, minutes * MINUTE));
            }
        }
        step.journal(contact, ContactEventKind.WAIT_TOLD, step.now, detail);
        goesOn(step, contact);
    }

    /** The least that is told and not less than expected; 0 when it is too long for a number. */
    static int minutes(long expectedMillis) {
        for (int each : MINUTES) {
            if (expectedMillis <= each * (MINUTE * SECOND)) {
                return each;
            }
        }
        return 0;
    }

    /** The next words, or music when everything has been said. */
    static void goesOn(Step step, LiveContact contact) {
        String next = contact.words.poll();
        if (next == null) {
            ContactLife.play(step, contact, ContactLife.MUSIC, true);
        } else {
            ContactLife.play(step, contact, next, false);
        }
    }

    /** The wait, and beside what was told first how it was. */
    static Map<String, Object> against(LiveContact contact, Instant connected, long wait) {
        InLine.Told told = contact.handling.inLine().told();
        if (told == null || contact.calledBack()) {
            return Map.of("wait", wait);
        }
        long real = Duration.between(told.at(), connected).toSeconds();
        return Map.of("wait", wait, "told", told.seconds(), "real", Math.max(0, real));
    }
}
