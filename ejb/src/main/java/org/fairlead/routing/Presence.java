package org.fairlead.routing;

/** An agent's state (words.md). */
public enum Presence {
    AVAILABLE,
    RESERVED,
    ON_CONTACT,
    WRAP_UP,
    BREAK,
    LUNCH,
    MEETING,
    TRAINING,
    DO_NOT_DISTURB,
    AWAY,
    /** Did not answer an offered contact; is offered nothing until back. */
    MISSED,
    OFFLINE;

    /** States that an agent may choose; the others come with the work. */
    public boolean chosen() {
        return switch (this) {
            case AVAILABLE, BREAK, LUNCH, MEETING, TRAINING, DO_NOT_DISTURB, AWAY -> true;
            case RESERVED, ON_CONTACT, WRAP_UP, MISSED, OFFLINE -> false;
        };
    }
}
