package org.fairlead.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * What was done, and why: for a person who asks, a regulator, a court. Every look is audited. Roles: compliance officer.
 */
public interface Evidence {

    /**
     * Everything that was done to a person, newest first.
     *
     * @param number as people write it
     * @throws org.fairlead.shared.Refused {@code number} when it is no telephone number
     */
    Dossier dossier(ClientId client, String number);

    /** The same, to leave the house: the trail tells the two apart. */
    Dossier exported(ClientId client, String number);

    /** The dossier as JSON with a signature over it; who has the public key can tell whether a letter was changed. */
    String signed(ClientId client, String number);

    /** Both of them, as one look that leaves the house. */
    Export export(ClientId client, String number);

    /**
     * What leaves the house together; the files that prove consents are beside it, and their hashes are in what is signed.
     *
     * @param signed as {@link #signed} gives it
     */
    record Export(Dossier dossier, String signed) {}

    /** One attempt's verdict. */
    Attempt attempt(ClientId client, UUID attemptId);

    /** Attempts that were denied, newest first. */
    List<Attempt> denied(ClientId client, int first, int size);

    /** What each rule of a jurisdiction asked and denied between two days, the last included. */
    List<RuleCount> report(ClientId client, String jurisdiction, LocalDate from, LocalDate until);

    /** What needs somebody's attention: registers that grow old, too many denials, rules that begin or end soon. */
    List<Alarm> alarms(ClientId client);

    /** What is known of a number. */
    record Dossier(
            ClientId client,
            String number,
            Instant made,
            String by,
            List<Attempt> attempts,
            List<Event> events,
            List<Wishes.Consent> consents,
            List<Wishes.Hold> holds,
            List<String> lists) {}

    /**
     * A try to reach somebody.
     *
     * @param campaign its name
     */
    record Attempt(
            UUID attemptId,
            Instant at,
            String number,
            String campaign,
            String mode,
            boolean allowed,
            String state,
            @Nullable String outcome,
            @Nullable Instant nextAllowed,
            Verdict verdict) {}

    /** Something beside attempts: calls that came in, and what was done elsewhere. */
    record Event(Instant at, String channel, boolean inbound, String result) {}

    /** How often a rule said no. */
    record RuleCount(String rule, int attempts, int denied) {}

    /** @param code key {@code compliance.alarm.} and the code of the bundles, filled by the parameters */
    record Alarm(String code, List<String> params) {}
}
