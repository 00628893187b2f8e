package org.fairlead.collections;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money that debtors paid straight to the client: it never was in our trust. Role: BPO admin. */
public interface DirectPayments {

    /**
     * Takes down what the client has told us: it lowers the debt, keeps promises, and earns the fee for direct payments.
     *
     * @param reference the client's number of the debt
     * @param amount as it was written
     * @param key the client's own number of the payment, so that it is not taken down twice
     * @throws org.fairlead.shared.Refused {@code strategy.debt}, {@code direct.amount}, {@code direct.day}, {@code direct.key},
     *     {@code direct.known}
     */
    void record(UUID portfolioId, String reference, String amount, @Nullable LocalDate day, String key);

    /**
     * One was recorded by mistake: it is taken out of its debt, and its fee goes back with the next remittance.
     *
     * @throws org.fairlead.shared.Refused {@code direct.why}, {@code direct.none} for what is no direct payment that stands
     */
    void takeBack(UUID portfolioId, UUID paymentId, String why);

    /** The last ones that stand, newest first. */
    List<Direct> recorded(UUID portfolioId);

    record Direct(UUID paymentId, LocalDate day, BigDecimal amount, String currency, String reference, String key) {}
}
