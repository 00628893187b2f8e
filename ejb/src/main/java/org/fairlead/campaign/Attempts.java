package org.fairlead.campaign;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.fairlead.compliance.Verdict;
import org.fairlead.shared.ClientId;

/**
 * Tries to reach customers, for the dialer. Each method works in the transaction of the connection that it is given, in
 * the scope of the campaign's client; two dialers at once never get the same lead.
 */
public interface Attempts {

    /** All running campaigns of all clients; for the connection that sees them. */
    List<RunningCampaign> running(Connection allClients);

    /** How many of a campaign's answered calls were abandoned in its window; for the connection that sees all clients. */
    Dialing.Count abandonment(Connection allClients, RunningCampaign campaign, Instant now);

    /**
     * Takes the leads that are due, callbacks first, asks the outreach decision for each and writes its attempt, denied or
     * not. A denied lead waits until it is allowed.
     *
     * @param wanted at most so many that may leave
     * @param clock whose time the attempts get: the data base's
     * @return those that may leave, once this transaction is committed
     */
    List<TakenLead> take(Connection transaction, RunningCampaign campaign, int wanted, Supplier<Instant> clock);

    /**
     * Asks the outreach decision again for an attempt that waits to leave, and keeps the answer with it.
     *
     * @return empty when the attempt does not wait to leave
     */
    Optional<Verdict> judgeAgain(Connection transaction, ClientId client, UUID attemptId, Instant now);

    /** Clients with attempts that are under way; for the connection that sees all clients. */
    List<ClientId> busy(Connection allClients);

    /**
     * Attempts of a client that are under way and whose person is not to be contacted any more: on a list, revoked, on
     * hold. What else may have changed since, such as the hour, does not stop a call that is out.
     */
    List<UUID> unwanted(Connection transaction, ClientId client, Instant now);

    /**
     * Ends an attempt and says what becomes of its lead. Only the first end counts.
     *
     * @return what became of it; empty when it had ended before
     */
    Optional<LeadFate> end(Connection transaction, AttemptEnd end);

    /**
     * Ends an attempt that was written and not handed over: nothing left, its lead is free again. Does nothing when the
     * attempt has left, or when the engine knows it.
     */
    Optional<LeadFate> giveBack(Connection transaction, ClientId client, UUID attemptId, Instant now);

    /** Clients for whom something ended since their answer odds were learned; for the connection that sees all clients. */
    List<ClientId> learners(Connection allClients, Instant now);

    /** Learns a client's answer odds from its own attempts that ended since the last time. @return whether there were any */
    boolean learn(Connection transaction, ClientId client, Instant now);

    /**
     * Attempts whose end nobody reported: their contact is closed, or they never left, or nobody knows. For the connection
     * that sees all clients.
     */
    List<AttemptEnd> unreported(Connection allClients, Instant now);

    /**
     * What becomes of a lead.
     *
     * @param doNotCall true when its number was put on the client's do-not-call list just now
     */
    record LeadFate(UUID leadId, String number, String state, boolean doNotCall) {}
}
