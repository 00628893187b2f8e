package org.fairlead.collections;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about debts away from the telephone: field visits, legal reviews, court, credit reports. A hold, and the
 * end of a debt, withdraw what is open. Roles: supervisor, BPO admin.
 */
public interface DebtTasks {

    /** Those whose tasks the caller sees. */
    List<Portfolio> portfolios();

    /** For a field to choose from. */
    List<String> kinds();

    /** What is open or taken, the oldest first. */
    List<TaskView> open(UUID portfolioId, int first, int size);

    /** What is over, the last first. */
    List<TaskView> closed(UUID portfolioId, int first, int size);

    TaskView one(UUID taskId);

    /** What was found on the way, oldest first. */
    List<Note> notes(UUID taskId);

    /**
     * Asks for one, where the debt's gates let it.
     *
     * @param reference the client's number of the debt
     * @throws org.fairlead.shared.Refused {@code payment.reference}, {@code task.kind}, {@code task.words},
     *     {@code task.gate} naming what speaks against it, {@code task.open} for a second of its kind
     */
    UUID ask(UUID portfolioId, String reference, String kind, String words);

    /** @throws org.fairlead.shared.Refused {@code task.over}, {@code task.gate} */
    void take(UUID taskId);

    /** @throws org.fairlead.shared.Refused {@code task.over}, {@code task.words} */
    void note(UUID taskId, String words);

    /**
     * Says what came of it.
     *
     * @param words what was found, or why it was not possible
     * @param next a kind of task that is asked for at once; null for none
     * @throws org.fairlead.shared.Refused {@code task.over}, {@code task.outcome}, {@code task.words}, {@code task.gate}
     */
    void close(UUID taskId, Outcome outcome, String words, @Nullable String next);

    /**
     * Hands all that is open and of this kind to an outside agency, where the debt's gates let it; what they speak against
     * stays open.
     *
     * @return how many
     * @throws org.fairlead.shared.Refused {@code task.agency}, {@code task.kind}, {@code task.none}
     */
    int hand(UUID portfolioId, String kind, String agency);

    /** Those who were handed something that is not over. */
    List<String> agencies(UUID portfolioId);

    /** What an agency was handed and is not over, for its file; without telephone numbers where the client shows them to nobody. */
    List<SheetRow> sheet(UUID portfolioId, String agency, int first, int size);

    /**
     * An agency's file back: columns {@code task}, {@code outcome} and {@code words}, each row judged by itself.
     *
     * @param agency whose file it is: what it was not handed is a fault
     * @throws org.fairlead.shared.Refused {@code task.agency}, {@code upload.*}, {@code task.file} naming the column that
     *     is missing
     */
    Returned takeIn(UUID portfolioId, String agency, String fileName, InputStream file);

    enum Outcome {
        DONE,
        NOT_POSSIBLE
    }

    /** @param state {@code OPEN}, {@code TAKEN}, {@code DONE}, {@code NOT_POSSIBLE}, {@code WITHDRAWN} */
    record TaskView(
            ClientId client,
            UUID taskId,
            UUID debtId,
            UUID portfolioId,
            String reference,
            String debtor,
            String kind,
            String state,
            String why,
            String openedBy,
            Instant openedAt,
            @Nullable String takenBy,
            @Nullable Instant takenAt,
            @Nullable String agency,
            @Nullable String closedBy,
            @Nullable Instant closedAt,
            @Nullable String outcome) {

        public boolean over() {
            return closedAt != null;
        }
    }

    record Note(Instant at, String who, String words) {}

    /** What an agency has to know, and no more. */
    record SheetRow(
            UUID taskId,
            String kind,
            String reference,
            String debtor,
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String country,
            @Nullable String phone,
            BigDecimal owed,
            String currency) {}

    /**
     * What became of an agency's file.
     *
     * @param known rows that were taken from an earlier file already
     * @param faults the first of them
     */
    record Returned(int read, int closed, int known, int bad, List<RowFault> faults) {

        public Returned {
            faults = List.copyOf(faults);
        }
    }

    /** @param reason {@code task}, {@code agency}, {@code twice}, {@code over}, {@code outcome}, {@code words}, {@code cells} */
    record RowFault(int line, String column, String reason, String value) {}
}
