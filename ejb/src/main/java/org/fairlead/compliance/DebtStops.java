package org.fairlead.compliance;

import java.sql.Connection;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Stops contact because of a debt: a hold that stands on it, or a promise that is not due yet. The outreach decision asks
 * for them with every attempt; a dial that waits or rings is taken back when the transaction is committed.
 */
public interface DebtStops {

    /** The kind of a stop because of a promise. */
    String PROMISE = "promise";

    /** Stops because of what was agreed; the other kinds are {@link Wishes#HOLDS}. */
    Set<String> AGREED = Set.of(PROMISE, "plan", "settlement");

    /** In the transaction of the connection, in the scope of the client. */
    void stop(Connection transaction, ClientId client, Stop stop);

    /**
     * Ends all that one source has stopped.
     *
     * @return how many stood
     */
    int lift(Connection transaction, ClientId client, UUID source);

    /**
     * Whom, about what, and for how long.
     *
     * @param person as leads and attempts name the person
     * @param debt as they name the debt; null: about nothing of the client's
     * @param kind one of {@link Wishes#HOLDS}, or of {@link #AGREED}
     * @param until null until it is lifted
     * @param source what it is lifted by
     */
    record Stop(String person, @Nullable String debt, String kind, @Nullable Instant until, UUID source) {}
}
