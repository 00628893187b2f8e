package org.fairlead.collections.control;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fairlead.collections.CollectionFigures.Figures;
import org.fairlead.collections.CollectionFigures.Rate;
import org.fairlead.collections.CollectionFigures.Vintage;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.shared.Money;
import org.fairlead.shared.Sql;

/** Reads the figures: sums that the ledger keeps with each posting, the promises and the checks. */
public final class FigureBook {

    /** Kept as it happens (V184): as many rows as months, however many debts and postings there are. */
    private static final String VINTAGES =
            """
            select month, debts, paid, placed, collected from vintage
            where client_id = ? and portfolio_id = ? and debts > 0 order by month
            """;

    private static final String PROMISES =
            """
            select count(*) filter (where m.state = 'KEPT'), count(*) filter (where m.state in ('KEPT','BROKEN')),
              coalesce(sum(m.amount) filter (where m.state = 'KEPT'), 0),
              coalesce(sum(m.amount) filter (where m.state in ('KEPT','BROKEN')), 0),
              count(*) filter (where m.state = 'STANDING')
            from promise m join debt d on d.client_id = m.client_id and d.debt_id = m.debt_id
            where d.client_id = ? and d.portfolio_id = ?
            """;

    private static final String CHECKS =
            """
            select count(*) filter (where k.passed_at is not null), count(*) from debtor_check k
            where k.client_id = ? and exists (
              select 1 from debt_party y join debt d on d.client_id = y.client_id and d.debt_id = y.debt_id
              where y.client_id = k.client_id and y.customer_id = k.customer_id and d.portfolio_id = ?)
            """;

    private FigureBook() {}

    private record Promises(Rate kept, long keptAmount, long decidedAmount, int standing) {}

    public static Figures of(Connection c, Portfolio portfolio) {
        String currency = portfolio.currency();
        List<Vintage> vintages = Sql.list(
                c,
                row -> new Vintage(
                        Objects.requireNonNull(row.getObject(1, LocalDate.class)),
                        row.getInt(2),
                        row.getInt(3),
                        major(row.getLong(4), currency),
                        major(row.getLong(5), currency)),
                VINTAGES,
                portfolio.client(),
                portfolio.portfolioId());
        Promises promises = Sql.one(
                        c,
                        row -> new Promises(
                                new Rate(row.getInt(1), row.getInt(2)), row.getLong(3), row.getLong(4), row.getInt(5)),
                        PROMISES,
                        portfolio.client(),
                        portfolio.portfolioId())
                .orElseThrow();
        Rate rightParty = Sql.one(
                        c,
                        row -> new Rate(row.getInt(1), row.getInt(2)),
                        CHECKS,
                        portfolio.client(),
                        portfolio.portfolioId())
                .orElseThrow();
        return new Figures(
                currency,
                vintages,
                promises.kept(),
                major(promises.keptAmount(), currency),
                major(promises.decidedAmount(), currency),
                promises.standing(),
                rightParty);
    }

    private static BigDecimal major(long minor, String currency) {
        return new Money(minor, currency).amount();
    }
}
