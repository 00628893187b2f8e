package org.fairlead.compliance;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
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

    /** Allow or deny, with every rule that was asked, as they are in force at that instant. */
    Verdict decide(OutreachFacts facts, OutreachLimits limits, Instant at);
}
