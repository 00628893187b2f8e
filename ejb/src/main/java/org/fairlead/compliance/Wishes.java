package org.fairlead.compliance;

import java.io.InputStream;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * What people said about being contacted, and what was done with them elsewhere. Consent taken back and holds bind the
 * very next attempt, one that waits at the gateway included. Nothing is changed or removed: the last word counts. All of
 * it is audited. Roles: compliance officer, BPO admin.
 */
public interface Wishes {

    /** What a file of contacts made elsewhere may tell; the first two it must. */
    List<String> COLUMNS = List.of("at", "number", "channel", "inbound", "person", "debt", "place", "result");

    /** Reasons that stop contact, as the rules of the pack name them. Collections use the same words. */
    List<String> HOLDS =
            List.of("dispute", "cease", "attorney", "breathing-space", "vulnerable", "bankrupt", "deceased", "fraud");

    /**
     * Writes down a consent, or that it was taken back.
     *
     * @throws org.fairlead.shared.Refused {@code number} when it is no telephone number, {@code proof} without any proof,
     *     {@code until} when it ends before it begins
     */
    UUID consent(ClientId client, ConsentWord word);

    /**
     * Stops contact.
     *
     * @param kind one of {@link #HOLDS}
     * @param debt as the client calls it; null for everything between client and person
     * @param source who asked for it, and where that can be looked up
     * @param lastDay in the client's zone; null until it is lifted
     * @throws org.fairlead.shared.Refused {@code number}, {@code hold.kind}, {@code hold.source}, {@code until}, {@code
     *     hold.debt} when the client has no such debt
     * @return one hold for each debt of that reference
     */
    List<UUID> hold(
            ClientId client,
            String number,
            String kind,
            @Nullable String debt,
            @Nullable LocalDate lastDay,
            String source);

    /**
     * Ends a hold now.
     *
     * @throws org.fairlead.shared.Refused {@code hold.reason} without one; {@code hold.elsewhere} when it was placed with
     *     a debt: it is released there
     */
    void lift(ClientId client, UUID holdId, String reason);

    /**
     * Keeps the file that proves a consent, or that it was taken back. One for each; it is never changed.
     *
     * @throws org.fairlead.shared.Refused {@code proof.kept} when there is one, {@code proof.kind} when it is neither PDF nor
     *     picture nor sound nor plain text, {@code proof.empty}, {@code proof.large}
     */
    ProofView keepProof(ClientId client, UUID consentId, String name, InputStream file);

    /** The file as it was handed in; reading is audited. */
    ProofFile proof(ClientId client, UUID consentId);

    /** @param sha256 of its content */
    record ProofView(String name, int bytes, String sha256, String keptBy, Instant keptAt) implements Serializable {}

    /** With its content; two files are never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    record ProofFile(String name, String mediaType, String sha256, byte[] content) {}

    /** What a number and the people who are known by it have said, newest first, what is over included. Each look counts. */
    Said said(ClientId client, String number);

    /**
     * Takes in contacts that were made elsewhere, so that caps count them: CSV with the columns {@code at}, {@code number}
     * and, if known, {@code channel}, {@code inbound}, {@code person}, {@code debt}, {@code place}, {@code result}. A
     * debt is written as the client calls it; one that it does not have is refused. All or nothing; what is there
     * already is left.
     *
     * @throws org.fairlead.shared.Refused {@code import.row} with line and column of the first fault; {@code
     *     import.debt}; {@code import.columns} without {@code at} and {@code number}; {@code import.empty}; {@code import.encoding} when it is not
     *     UTF-8
     */
    int takeIn(ClientId client, String name, InputStream csv);

    /**
     * Takes in calls that were made elsewhere and are known here already, as {@link #takeIn(ClientId, String, InputStream)}
     * does those of a file. None is nothing.
     *
     * @param source where they are known from
     * @return how many were new
     */
    int takeIn(ClientId client, String source, List<Elsewhere> calls);

    /**
     * A call that was made elsewhere.
     *
     * @param number in E.164 form
     * @param person as leads and attempts name the person
     * @param debt as they name the debt
     */
    record Elsewhere(Instant at, String number, @Nullable String person, @Nullable String debt) {}

    /**
     * A word on consent.
     *
     * @param number as people write it, in the client's country unless with {@code +}
     * @param channel null for all
     * @param brand the brand's code, null for all of the client's
     * @param lastDay of a given consent that ends by itself, in the client's zone
     * @param source where it was said: a form, a call, a letter
     * @param proof where that can be looked up
     */
    record ConsentWord(
            String number,
            @Nullable String person,
            @Nullable Channel channel,
            @Nullable String brand,
            boolean given,
            Instant since,
            @Nullable LocalDate lastDay,
            String source,
            String proof) {}

    /**
     * What was said about contacting somebody.
     *
     * @param number as it is kept
     */
    record Said(String number, List<Consent> consents, List<Hold> holds) {}

    /**
     * A word on consent as it is kept.
     *
     * @param file that proves it; null while none was handed in
     */
    record Consent(
            boolean given,
            @Nullable String channel,
            @Nullable String brand,
            Instant since,
            @Nullable Instant until,
            String source,
            String proof,
            String recordedBy,
            UUID consentId,
            @Nullable ProofView file)
            implements Serializable {}

    /**
     * A hold as it is kept.
     *
     * @param debt as the client calls it
     * @param ofNumber false for what was placed on the person, with a debt or a promise: it is lifted where it was placed
     */
    record Hold(
            UUID holdId,
            String kind,
            @Nullable String debt,
            Instant since,
            @Nullable Instant until,
            String source,
            boolean ofNumber)
            implements Serializable {}
}
