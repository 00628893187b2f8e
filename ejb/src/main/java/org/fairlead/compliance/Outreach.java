package org.fairlead.compliance;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fairlead.shared.ClientId;

/**
 * The outreach decision: asked for every attempt in every mode, in the transaction that writes the attempt.
 *
 * <p>Whoever asks holds the lock of (client, number) until that transaction ends, so that no two attempts count each other
 * out.
 */
public interface Outreach {

    /** How far back attempts are to be given as facts: the longest window of any cap, and a day. */
    Duration MEMORY = Duration.ofDays(32);

    /** Which of these numbers are on the client's do-not-call list or on the outsourcer's. */
    Set<String> listed(Connection transaction, ClientId client, Collection<String> numbers);

    /** Puts a number on the client's do-not-call list because its owner said so; nothing happens when it is there. */
    void list(Connection transaction, ClientId client, String number, String source, Instant at);

    /**
     * Puts a caller's number on the client's do-not-call list when the contact was closed with a disposition that says so.
     *
     * @return the number; empty when nobody asked for that, or when the number was withheld
     */
    Optional<String> listCaller(Connection transaction, ClientId client, UUID contactId, Instant at);

    /** Callers' wishes since then that were not heard, because the server died; for the connection that sees all clients. */
    List<Wish> unheard(Connection allClients, Instant since);

    /** A customer who called asked in this contact not to be called. */
    record Wish(ClientId client, UUID contactId, Instant at) {}

    /** Allow or deny, with every rule that was asked, as they are in force at that instant. */
    Verdict decide(OutreachFacts facts, OutreachLimits limits, Instant at);
}
