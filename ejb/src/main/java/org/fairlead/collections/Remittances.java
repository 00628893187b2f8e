package org.fairlead.collections;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/** Collected money paid over to clients. Roles: BPO admin; the account manager reads. */
public interface Remittances {

    /** Newest first. */
    List<RemittanceView> remittances(UUID portfolioId);

    RemittanceView remittance(UUID remittanceId);

    /** The payments that it is made of, and those that came back. */
    List<Line> lines(UUID remittanceId, int first, int size);

    /** What the trust holds of the portfolio now. */
    Trust trust(UUID portfolioId);

    /**
     * Pays over what had cleared by the end of a day and was not paid over yet.
     *
     * @throws org.fairlead.shared.Refused {@code remittance.day} for a day that is not over or that was settled before,
     *     {@code remittance.nothing}
     */
    UUID payOver(UUID portfolioId, LocalDate until);

    /** @param balance both together */
    record Trust(String currency, BigDecimal uncleared, BigDecimal cleared, BigDecimal advanced, BigDecimal balance) {}

    /**
     * One.
     *
     * @param collected of money that had cleared
     * @param repaid of what the outsourcer had advanced for payments that came back
     * @param feesMoved kept back
     * @param paid to the client
     * @param invoiced fees to be billed; below zero for fees to be given back
     */
    record RemittanceView(
            ClientId client,
            UUID remittanceId,
            UUID portfolioId,
            String currency,
            LocalDate until,
            String mode,
            BigDecimal collected,
            BigDecimal repaid,
            BigDecimal feesMoved,
            BigDecimal paid,
            BigDecimal invoiced,
            Instant madeAt,
            String madeBy) {}

    /** @param returnedOn when it had been paid over and came back: amount and fee are taken off then */
    record Line(
            String debt,
            String debtor,
            LocalDate valueDate,
            BigDecimal amount,
            BigDecimal fee,
            @Nullable LocalDate returnedOn) {}
}
