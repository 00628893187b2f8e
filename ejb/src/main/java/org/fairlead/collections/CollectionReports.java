package org.fairlead.collections;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * How the work on a portfolio goes. Each figure is the sum of the rows behind it: the same statement gives total, parts and
 * rows, so that none can say otherwise. Roles: account manager (of its clients alone), BPO admin.
 */
public interface CollectionReports {

    /** What is measured, and what its parts are. */
    enum Measure {
        /** Contacts in which the debtor was the one who spoke, of those in which somebody was asked; by agent. */
        RIGHT_PARTY(false, By.AGENT),
        /** The same of all dials that left. */
        RIGHT_PARTY_OF_DIALS(false, By.AGENT),
        /** Contacts with the debtor that brought a promise; by agent. */
        PROMISES(false, By.AGENT),
        /** Promises due in these days that were kept, of those that are decided; by agent. */
        KEPT(false, By.AGENT),
        /** The same by amount. */
        KEPT_AMOUNT(true, By.AGENT),
        /** What was open at the first day and had come into the next bucket by the last; by bucket. */
        ROLL(true, By.BUCKET),
        /** Collected until the last day of what was placed in these days; by month of placement. */
        LIQUIDATION(true, By.MONTH),
        /** What contacts, letters and messages cost, of what was collected; by kind. */
        COST(true, By.KIND),
        /** Debts that paid after a strategy's side had worked them; by version and side. */
        STRATEGY_PAYING(false, By.STRATEGY),
        /** What these paid, of what was placed. */
        STRATEGY_COLLECTED(true, By.STRATEGY);

        private final boolean money;
        private final By by;

        Measure(boolean money, By by) {
            this.money = money;
            this.by = by;
        }

        public boolean isMoney() {
            return money;
        }

        public By by() {
            return by;
        }
    }

    /** What the parts are called by. */
    enum By {
        AGENT,
        BUCKET,
        MONTH,
        KIND,
        STRATEGY
    }

    /**
     * Which days of which portfolio.
     *
     * @param from with that day
     * @param until with that day
     */
    record Days(UUID portfolioId, LocalDate from, LocalDate until) {}

    /** @throws org.fairlead.shared.Refused {@code report.days} for a span that ends before it begins or is longer than three years */
    List<Figure> figures(Days days);

    /** The parts of one figure, the largest whole first. */
    List<Figure> parts(Days days, Measure measure);

    /** @param part null for all; else as {@link Figure#part} has it */
    List<Row> rows(Days days, Measure measure, @Nullable String part, int first, int size);

    ClientId client(UUID portfolioId);

    /**
     * @param part of what; empty for the whole
     * @param counted the numerator: number, or amount in the portfolio's currency
     * @param of the denominator
     */
    record Figure(Measure measure, String part, BigDecimal counted, BigDecimal of, int rows) {}

    record Row(String reference, String debtor, LocalDate day, String part, BigDecimal counted, BigDecimal of) {}
}
