package org.fairlead.routing.entity.acd;

import java.util.UUID;

/** What the distributor decided. */
public sealed interface Decision {

    long at();

    UUID contact();

    /**
     * The agent is held for the contact.
     *
     * @param number how often this contact was offered, this time included
     * @param callback the customer is not on the line but is to be called
     * @param interrupts tasks that the agent lays aside
     */
    record Offered(long at, UUID contact, UUID agent, UUID queue, int number, boolean callback, int interrupts, Why why)
            implements Decision {}

    /** Not accepted: back at its place. The agent is not asked again until ready. */
    record Returned(long at, UUID contact, UUID agent, Cause cause) implements Decision {}

    /** Why an offer came to nothing. */
    enum Cause {
        REFUSED,
        MISSED,
        GONE
    }

    record Moved(long at, UUID contact, UUID from, UUID to, Overflow.Trigger why) implements Decision {}

    /** Agents of this site may take it now, too. */
    record Opened(long at, UUID contact, UUID queue, int site, Overflow.Trigger why) implements Decision {}

    /** Leaves the line for good; the owner of the call does what the treatment says. */
    record Treated(long at, UUID contact, UUID queue, Treatment treatment, Overflow.Trigger why) implements Decision {}
}
