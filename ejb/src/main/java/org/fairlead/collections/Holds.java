package org.fairlead.collections;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Disputes, complaints and other holds with what was found about them, until somebody answers. Roles: compliance officer,
 * BPO admin.
 */
public interface Holds {

    /** Those of the caller's clients that wait for an answer; what must be answered first at the top. */
    List<CaseView> open(int first, int size);

    CaseView one(UUID caseId);

    /** Those whose debts a case may be about. */
    List<Portfolio> portfolios();

    /** What was asked, found or handed in, oldest first. */
    List<Note> notes(UUID caseId);

    /**
     * Takes one in: a hold stops what it must at once, a complaint stops nothing by itself.
     *
     * @param reference the client's number of the debt
     * @param kind a {@link Hold}, or {@code COMPLAINT}
     * @throws org.fairlead.shared.Refused {@code payment.reference}, {@code hold.kind}, {@code hold.why}, {@code hold.stands}
     */
    UUID takeIn(UUID portfolioId, String reference, String kind, String words);

    /** @throws org.fairlead.shared.Refused {@code hold.words} without any */
    void note(UUID caseId, String words);

    /**
     * Keeps a file with what it is.
     *
     * @throws org.fairlead.shared.Refused {@code hold.words}, {@code proof.*}
     */
    void evidence(UUID caseId, String words, String name, InputStream file);

    Evidence evidence(UUID caseId, UUID noteId);

    /**
     * Answers it. A hold is released, and the debt worked again, unless the debtor is right: then it stands until the client
     * takes the debt back. The answer is written to the debtor where the portfolio has words for it.
     *
     * @param answer to the debtor, or why it ends
     * @throws org.fairlead.shared.Refused {@code hold.four-eyes} for whoever took it in, {@code hold.why} without an answer,
     *     {@code hold.answered}
     */
    void answer(UUID caseId, Outcome outcome, String answer);

    /** What came of it. */
    enum Outcome {
        /** The debtor is right. */
        UPHELD,
        PARTLY,
        REJECTED,
        /** There is nothing to decide: a hold whose reason is over. */
        ENDED
    }

    /**
     * One.
     *
     * @param kind a {@link Hold}, or {@code COMPLAINT}
     * @param answerBy the last day to answer; null where no law sets one
     * @param citation why by then
     * @param until the day on which the hold ends by itself; null: when it is answered
     * @param overdue whether the last day has passed in the client's calendar
     * @param mine whether the caller took it in: then somebody else has to answer
     */
    record CaseView(
            ClientId client,
            UUID caseId,
            UUID debtId,
            UUID portfolioId,
            String reference,
            String debtor,
            String kind,
            Instant openedAt,
            String openedBy,
            String words,
            @Nullable LocalDate answerBy,
            @Nullable String citation,
            @Nullable Instant until,
            boolean overdue,
            @Nullable Outcome outcome,
            @Nullable String answer,
            @Nullable String sent,
            int notes,
            boolean mine) {}

    /** @param file name of what was handed in; null for words alone */
    record Note(UUID noteId, Instant at, String who, String words, @Nullable String file, @Nullable String sha256) {}

    /** With its content; two files are never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    record Evidence(String name, String mediaType, byte[] content) {}
}
