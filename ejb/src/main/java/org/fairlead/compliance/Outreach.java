package org.fairlead.compliance;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fairlead.compliance.Jurisdictions.Address;
import org.fairlead.compliance.OutreachFacts.Manner;
import org.fairlead.compliance.PastContact.Place;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * The outreach decision: asked for every attempt on every channel and in every mode, in the transaction that writes the
 * attempt. Whoever asks locks the people first, so that no two attempts count each other out:
 *
 * <pre>{@code
 * List<Candidate> ours = outreach.lock(transaction, client, candidates);
 * List<Verdict> verdicts = outreach.judge(transaction, effort, ours, outreach.now(transaction));
 * // write the attempts with their verdicts, commit
 * }</pre>
 */
public interface Outreach {

    /** How far back the past is looked at: more than the longest window of any rule but those for ever. */
    Duration MEMORY = Duration.ofDays(400);

    /**
     * Somebody to be reached.
     *
     * @param number in E.164 form, or an address
     * @param person the client's own number for the person, null where only the number is known
     * @param debt what it is about, null for nothing in particular
     * @param zones that somebody knows of beside number and address
     * @param attemptId of an attempt that is written already and asks again: it does not count itself
     */
    record Candidate(
            String number,
            @Nullable String person,
            @Nullable String debt,
            Place place,
            Address address,
            List<ZoneId> zones,
            @Nullable UUID attemptId) {

        public Candidate {
            zones = List.copyOf(zones);
        }
    }

    /**
     * For whom, how and within which limits of its own.
     *
     * @param campaignId whose abandoned calls count; null where none can be
     * @param countries whose law applies whoever is reached: the client's, the campaign's
     */
    record Effort(
            ClientId client,
            @Nullable UUID campaignId,
            Channel channel,
            List<String> countries,
            Manner manner,
            OutreachLimits limits) {}

    /** The data base's clock: the only one that all nodes share. */
    Instant now(Connection transaction);

    /**
     * Locks numbers and people until the transaction ends. Who is held by somebody else is left out instead of waited
     * for: two dialers cannot wait for each other.
     *
     * @return the candidates that are ours now
     */
    List<Candidate> lock(Connection transaction, ClientId client, List<Candidate> candidates);

    /** The same for one, waiting. */
    void await(Connection transaction, ClientId client, Candidate candidate);

    /**
     * Allow or deny, with every rule that was asked, as they are in force at that instant.
     *
     * @param candidates whom the transaction has locked
     * @return one verdict for each, in order
     */
    List<Verdict> judge(Connection transaction, Effort effort, List<Candidate> candidates, Instant at);

    /** The facts that {@link #judge} would decide by, for those who want to see or change them before they ask. */
    List<OutreachFacts> facts(Connection transaction, Effort effort, List<Candidate> candidates, Instant at);

    /** The decision itself, with the rules as they are now. */
    Verdict decide(Connection transaction, OutreachFacts facts, OutreachLimits limits, Instant at);

    /**
     * Writes down that something was sent outside a campaign, so that it counts.
     *
     * @param id of what was sent
     */
    void sent(Connection transaction, ClientId client, Channel channel, Candidate to, UUID id, Instant at);

    /**
     * The strictest share of abandoned calls that a law in force allows there.
     *
     * @param countries whose law applies
     * @return empty where no law names one
     */
    Optional<AbandonmentCap> abandonmentCap(
            Connection transaction, ClientId client, Set<String> countries, OutreachLimits limits, Instant at);

    /**
     * What a law allows.
     *
     * @param rule its id and version
     * @param rate as a fraction of the calls that a person answered
     */
    record AbandonmentCap(String rule, String citation, BigDecimal rate) {}

    /** What a campaign's call came to, for what is reckoned from live calls. */
    void ended(Connection transaction, ClientId client, UUID campaignId, String outcome, Instant at);

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
}
