package org.fairlead.collections;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Debts that clients hand over. Role: BPO admin; the account manager reads.
 */
public interface Placements {

    /** Those of the caller's clients. Supervisors read them too. */
    List<Portfolio> portfolios();

    /** By portfolio; one without debts is not there. */
    Map<UUID, Standing> standing();

    /** Titles of the columns that a file may have, in the order of the page. */
    List<String> columns();

    /**
     * Takes a file in. What is wrong with it is kept with the placement, row by row; the mapping is kept for the client's
     * next file when this one is loaded.
     *
     * @param mapping the client's heading for a column, by the column's title; what is not named has its usual name
     * @throws org.fairlead.shared.Refused {@code placement.twice} when the same file was loaded before
     */
    UUID place(UUID portfolioId, String name, InputStream file, Map<String, String> mapping, boolean allOrNone);

    /**
     * The same, and how far it came can be asked for meanwhile.
     *
     * @param token of the caller's own choice, under which {@link #progress} knows it
     */
    UUID place(
            UUID portfolioId,
            String name,
            InputStream file,
            Map<String, String> mapping,
            boolean allOrNone,
            String token);

    /** How many per cent of the caller's own file are stored; 0 before that begins, and for none. Role: BPO admin. */
    int progress(String token);

    /**
     * Takes a file of references in that the client wants back. From then on nobody is called or written to about them.
     *
     * @return the file's record, loaded or refused
     */
    UUID recall(UUID portfolioId, String name, InputStream file, Map<String, String> mapping, boolean allOrNone);

    /** What the client gets back of a recall: each debt with what is owed by bucket and what was collected. */
    List<Returned> returned(UUID recallId, int first, int size);

    /** Newest first. */
    List<Placement> placements(UUID portfolioId);

    Placement placement(UUID placementId);

    List<RowFault> faults(UUID placementId, int first, int size);

    /** What the client gets back: each debt that was taken, with the sum that stands in the ledger. */
    List<Acknowledged> acknowledged(UUID placementId, int first, int size);

    /** Debts of one kind that are worked alike. */
    record Portfolio(
            ClientId client,
            UUID portfolioId,
            String code,
            String name,
            String currency,
            String country,
            @Nullable UUID campaignId,
            Map<String, String> mapping) {}

    /** How many debts a portfolio has, and how many of them are worked. */
    record Standing(int debts, int open) {}

    /** @param lastPaid the value date of the last payment that stands */
    record Returned(
            String reference,
            String debtor,
            String currency,
            BigDecimal principal,
            BigDecimal interest,
            BigDecimal fees,
            BigDecimal costs,
            BigDecimal collected,
            @Nullable LocalDate lastPaid,
            @Nullable LocalDate recalledOn) {}

    /**
     * One file and what became of it.
     *
     * @param kind {@code PLACEMENT} or {@code RECALL}
     * @param linked debts whose debtor has another open one
     */
    record Placement(
            ClientId client,
            UUID placementId,
            UUID portfolioId,
            String kind,
            String fileName,
            String uploadedBy,
            Instant uploadedAt,
            String state,
            boolean allOrNone,
            int rowsRead,
            int rowsLoaded,
            int rowsBad,
            int linked,
            @Nullable String reason,
            @Nullable String detail) {}

    /** @param reason key of the bundle of faults */
    record RowFault(int line, String column, String reason, String value) {}

    /** @param person our id of the debtor: the same for debts of one person */
    record Acknowledged(
            String reference,
            String debtor,
            UUID person,
            BigDecimal amount,
            String currency,
            String state,
            LocalDate placedOn) {}
}
