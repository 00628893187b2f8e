package org.fairlead.dialer.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.fairlead.contact.ContactClosed;
import org.fairlead.contact.Outcome;
import org.fairlead.dialer.entity.PredictivePacing;
import org.fairlead.routing.DeskChanged;
import org.jspecify.annotations.Nullable;

/**
 * When the dialer decides anew before its time: a call has ended, or an agent's state has changed, and campaigns run that
 * could use it. Never two rounds at once, never sooner after the last than pacing was tuned for, and the longer after a
 * round the longer it took: each asks the routing engine, whose one thread has calls to route.
 */
@ApplicationScoped
public class DialPulse {

    static final long EVERY_MILLIS = PredictivePacing.Tuning.USUAL.everyMillis();
    static final long SOONEST_MILLIS = PredictivePacing.Tuning.USUAL.soonestMillis();

    /** Of the time between two rounds, the round itself takes a fifth at most, as long as both fit into half a second. */
    private static final long PAUSE_TO_ROUND = 4;

    /** Does something once, after so many milliseconds. */
    interface Later {
        void run(Runnable work, long millis);
    }

    /** What a round found. */
    enum Found {
        /** It did not come to its end: what the books hold is asked for again, but not before the next beat. */
        FAILED,
        /** Nothing runs that wants to hear of what happens. */
        NOTHING,
        CAMPAIGNS
    }

    interface Round {
        /** @param anew whether to ask the books what runs and what the windows hold, or to go by the last answer */
        Found run(boolean anew);
    }

    private record Running(Round round, Later later, LongSupplier millis) {}

    private final Object turn = new Object();
    private final Object plan = new Object();
    private final AtomicBoolean stale = new AtomicBoolean(true);
    private volatile @Nullable Running running;
    private volatile boolean wanted;

    /** Read and written under the turn. */
    private long counted;

    /** Something has happened that no round has begun after; a round for it is planned; a round is being worked. */
    private boolean due;

    private boolean planned;
    private boolean busy;
    private long last;
    private long pause = SOONEST_MILLIS;

    void begin(Round round, Later later, LongSupplier millis) {
        running = new Running(round, later, millis);
    }

    void end() {
        running = null;
    }

    void desk(@Observes DeskChanged changed) {
        happened();
    }

    /** An abandoned call may have brought its campaign to its limit: the next round does not go by an older count. */
    void closed(@ObservesAsync ContactClosed contact) {
        if (contact.attemptId() != null) {
            if (contact.outcome() == Outcome.ABANDONED) {
                stale.set(true);
            }
            happened();
        }
    }

    private void happened() {
        synchronized (plan) {
            due |= wanted;
            planIfDue();
        }
    }

    /** While a round is worked its end plans the next: how long that one has to wait is not known before. */
    private void planIfDue() {
        Running now = running;
        if (now != null && due && !planned && !busy) {
            planned = true;
            long wait = last + pause - now.millis().getAsLong();
            now.later().run(this::beat, Math.max(0, Math.min(wait, pause)));
        }
    }

    private void beat() {
        synchronized (plan) {
            planned = false;
            if (!due || busy) {
                return;
            }
        }
        beatNow();
    }

    /** A round whose time has come. What happens from here on is for the next one. */
    void beatNow() {
        synchronized (turn) {
            Running now = running;
            if (now != null) {
                synchronized (plan) {
                    due = false;
                    busy = true;
                }
                long began = now.millis().getAsLong();
                try {
                    work(now.round(), began);
                } finally {
                    worked(began, now.millis().getAsLong());
                }
            }
        }
    }

    private void work(Round round, long began) {
        boolean anew = stale.getAndSet(false) || Math.abs(began - counted) >= EVERY_MILLIS;
        Found found = round.run(anew);
        if (found == Found.FAILED) {
            stale.set(true);
        } else if (anew) {
            counted = began;
        }
        wanted = found == Found.CAMPAIGNS;
    }

    private void worked(long began, long ended) {
        synchronized (plan) {
            busy = false;
            last = ended;
            pause = Math.min(EVERY_MILLIS, Math.max(SOONEST_MILLIS, PAUSE_TO_ROUND * (ended - began)));
            due &= wanted;
            planIfDue();
        }
    }
}
