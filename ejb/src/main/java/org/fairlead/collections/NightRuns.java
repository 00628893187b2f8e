package org.fairlead.collections;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * The nightly work on debts: what is due goes back to the client, interest is booked, promises are kept or broken, reminders
 * are written, strategies make leads and letters. It begins by itself when a client's day begins. Role: BPO admin.
 */
public interface NightRuns {

    /** Its steps, in their order. */
    enum Kind {
        RECALLS,
        INTEREST,
        PROMISES,
        REMINDERS,
        SCORES,
        LEADS
    }

    /**
     * Begins to work a client's present day through, once more if it was done already; it is done aside, one client's after
     * the other's.
     *
     * @throws org.fairlead.shared.Refused {@code night.running} while it is worked on any node, or waits for its turn here
     */
    void now(ClientId client);

    /** How far the client's last day has come. */
    Progress progress(ClientId client);

    /** The last ones of the caller's clients, newest first. */
    List<Run> runs(ClientId client);

    /** @param finishedAt null while it runs, or waits to be taken up again */
    record Run(LocalDate day, Kind kind, @Nullable Instant finishedAt) {}

    /** How it stands. */
    enum State {
        NONE,
        RUNNING,
        /** It is taken up again at the clock's next look. */
        STOPPED,
        DONE
    }

    /**
     * Of one day.
     *
     * @param percent of all steps; each counts alike
     * @param step that is next or under way; null for none
     */
    record Progress(State state, int percent, @Nullable Kind step) {}
}
