package org.fairlead.collections;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * The nightly work on debts: what is due goes back to the client, interest is booked, promises are kept or broken, reminders are written, strategies make leads and letters. It begins by itself
 * when a client's day begins. Role: BPO admin.
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

    /** Works a client's present day through now, once more if it was done already; returns when it is done. */
    void now(ClientId client);

    /** The last ones of the caller's clients, newest first. */
    List<Run> runs(ClientId client);

    /** @param finishedAt null while it runs, or waits to be taken up again */
    record Run(LocalDate day, Kind kind, @Nullable Instant finishedAt) {}
}
