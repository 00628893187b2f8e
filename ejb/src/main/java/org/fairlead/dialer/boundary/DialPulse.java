package org.fairlead.dialer.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.fairlead.contact.ContactClosed;
import org.fairlead.dialer.entity.PredictivePacing;
import org.fairlead.routing.DeskChanged;
import org.jspecify.annotations.Nullable;

/**
 * When the dialer decides anew before its time: a call has ended, or an agent's state has changed, and campaigns run that
 * could use it. Never two rounds at once, and never sooner after the last than pacing was tuned for.
 */
@ApplicationScoped
public class DialPulse {

    static final long EVERY_MILLIS = PredictivePacing.Tuning.USUAL.everyMillis();
    static final long SOONEST_MILLIS = PredictivePacing.Tuning.USUAL.soonestMillis();

    /** Does something once, after so many milliseconds. */
    interface Later {
        void run(Runnable work, long millis);
    }

    /** What a round found. */
    interface Round {
        /** @return whether anything runs that wants to hear of what happens */
        boolean run();
    }

    private record Running(Round round, Later later, LongSupplier millis) {}

    private final AtomicBoolean due = new AtomicBoolean();
    private final Object turn = new Object();
    private volatile @Nullable Running running;
    private volatile boolean wanted;
    private volatile long last;

    void begin(Round round, Later later, LongSupplier millis) {
        running = new Running(round, later, millis);
    }

    void end() {
        running = null;
    }

    void desk(@Observes DeskChanged changed) {
        happened();
    }

    void closed(@ObservesAsync ContactClosed contact) {
        if (contact.attemptId() != null) {
            happened();
        }
    }

    private void happened() {
        Running now = running;
        if (now != null && wanted && due.compareAndSet(false, true)) {
            long wait = last + SOONEST_MILLIS - now.millis().getAsLong();
            now.later().run(this::beat, Math.max(0, Math.min(wait, SOONEST_MILLIS)));
        }
    }

    /** What happens from here on is for the next one. */
    private void beat() {
        due.set(false);
        beatNow();
    }

    /** A round whose time has come. */
    void beatNow() {
        synchronized (turn) {
            Running now = running;
            if (now != null) {
                wanted = now.round().run();
                last = now.millis().getAsLong();
            }
        }
    }
}
