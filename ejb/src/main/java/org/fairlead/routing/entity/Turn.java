package org.fairlead.routing.entity;

import java.util.UUID;
import org.fairlead.routing.entity.acd.Overflow;
import org.fairlead.routing.entity.acd.Treatment;

/** The distributor sends a waiting contact elsewhere; the floor does what that takes. */
public sealed interface Turn {

    UUID contact();

    /** What made it so. */
    Overflow.Trigger why();

    /** Waits in another queue now. */
    record Moved(UUID contact, UUID to, Overflow.Trigger why) implements Turn {}

    /** Agents of that site are asked as well. */
    record Opened(UUID contact, int site, Overflow.Trigger why) implements Turn {}

    /** Waits on, and is to be asked whether to be called back instead. */
    record MayBeCalled(UUID contact, Overflow.Trigger why) implements Turn {}

    /** Waits for no agent any more. */
    record Left(UUID contact, Treatment treatment, Overflow.Trigger why) implements Turn {

        /** Whether it was never let into the line: closed, or sent on by what was known when it came. */
        public boolean atTheDoor() {
            return why == Overflow.Trigger.CLOSED || why == Overflow.Trigger.ENTRY;
        }
    }
}
