package org.fairlead.routing.entity.acd;

/**
 * When a contact is sent elsewhere.
 *
 * @param bound milliseconds, or contacts for {@link Trigger#LENGTH}
 */
public record Overflow(Trigger trigger, long bound, Treatment treatment) {

    /** What is watched. */
    public enum Trigger {
        /** Waits as long as that in this queue. */
        WAIT,
        /** So many wait when it comes. */
        LENGTH,
        /** So long a wait is expected when it comes. */
        EXPECTED_WAIT,
        /** Nobody who could take it is there when it comes. */
        NO_AGENTS,
        /** The queue is closed; never written in a rule. */
        CLOSED,
        /** An entry rule sends it on; never written in a rule. */
        ENTRY
    }
}
