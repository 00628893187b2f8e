package org.fairlead.gateway.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/**
 * The time of a site. All that is given to it runs one after another, so that what it guards needs no locks; a test
 * turns it by hand.
 */
public interface Timeline extends Executor {

    Instant now();

    /** Runs the task on this timeline once, when the delay is over; a delay of zero or less means next. */
    Timer after(Duration delay, Runnable task);

    /** Something that is going to happen. */
    interface Timer {

        /** It does not happen any more; without effect when it has. */
        void cancel();
    }
}
