package org.fairlead.collections;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** How a portfolio does; each figure as numerator and denominator. Roles: account manager, BPO admin. */
public interface CollectionFigures {

    Figures of(UUID portfolioId);

    /**
     * A portfolio's figures.
     *
     * @param vintages by the month of the placement, oldest first
     * @param kept promises of those that are decided, by number and by amount
     * @param rightParty checks that were passed, of contacts in which somebody was asked
     */
    record Figures(
            String currency,
            List<Vintage> vintages,
            Rate kept,
            BigDecimal keptAmount,
            BigDecimal decidedAmount,
            int standing,
            Rate rightParty) {

        public Figures {
            vintages = List.copyOf(vintages);
        }
    }

    record Rate(int part, int whole) {}

    /** @param collected of what was placed in that month, less what came back */
    record Vintage(LocalDate month, int debts, int paidInFull, BigDecimal placed, BigDecimal collected) {}
}
