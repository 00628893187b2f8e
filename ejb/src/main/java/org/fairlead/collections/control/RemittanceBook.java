package org.fairlead.collections.control;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.Remittances.Line;
import org.fairlead.collections.Remittances.RemittanceView;
import org.fairlead.collections.Remittances.Trust;
import org.fairlead.collections.entity.TrustBook;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Money;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;

/** Remittances as people read them. */
public final class RemittanceBook {

    private RemittanceBook() {}

    public static List<RemittanceView> ofPortfolio(Connection c, Portfolio portfolio) {
        return Sql.list(
                c,
                RemittanceBook::remittance,
                "select * from remittance where client_id = ? and portfolio_id = ? order by until desc limit 60",
                portfolio.client(),
                portfolio.portfolioId());
    }

    public static RemittanceView one(Connection c, UUID remittance) {
        return Sql.one(c, RemittanceBook::remittance, "select * from remittance where remittance_id = ?", remittance)
                .orElseThrow(() -> new NotFound("remittance " + remittance));
    }

    public static List<Line> lines(Connection c, RemittanceView remittance, int first, int size) {
        return Sql.list(
                c,
                row -> new Line(
                        row.getString("debt"),
                        row.getString("debtor"),
                        Objects.requireNonNull(row.getObject("value_date", LocalDate.class)),
                        major(row, "minor"),
                        major(row, "fee"),
                        row.getObject("returned_on", LocalDate.class)),
                """
                select d.reference as debt, u.name as debtor, p.value_date, p.currency, x.sign * (p.amount + g.overpaid) as minor,
                  x.sign * p.fee as fee, case when x.sign < 0 then p.returned_on end as returned_on
                from payment p
                join (values (1), (-1)) as x(sign)
                  on (x.sign = 1 and p.remittance_id = ?) or (x.sign = -1 and p.return_settled = ?)
                join debt d on d.client_id = p.client_id and d.debt_id = p.debt_id
                join debt_posting g on g.client_id = p.client_id and g.posting_id = p.posting_id
                join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id and y.role = 'DEBTOR'
                join customer u on u.client_id = y.client_id and u.customer_id = y.customer_id
                where p.client_id = ?
                order by p.value_date, d.reference, p.payment_id, x.sign desc limit ? offset ?
                """,
                remittance.remittanceId(),
                remittance.remittanceId(),
                remittance.client(),
                size,
                first);
    }

    public static Trust trust(Connection c, Portfolio portfolio) {
        TrustBook book = new TrustAccount(c, portfolio.client(), portfolio.portfolioId(), portfolio.currency()).book();
        return new Trust(
                portfolio.currency(),
                book.uncleared().amount(),
                book.cleared().amount(),
                book.advanced().amount(),
                book.balance().amount());
    }

    private static RemittanceView remittance(ResultSet row) throws SQLException {
        BigDecimal repaid = major(row, "repaid");
        BigDecimal moved = major(row, "fees_moved");
        BigDecimal paid = major(row, "paid");
        return new RemittanceView(
                new ClientId(row.getInt("client_id")),
                row.getObject("remittance_id", UUID.class),
                row.getObject("portfolio_id", UUID.class),
                row.getString("currency"),
                Objects.requireNonNull(row.getObject("until", LocalDate.class)),
                row.getString("mode"),
                repaid.add(moved).add(paid),
                repaid,
                moved,
                paid,
                major(row, "invoiced"),
                Objects.requireNonNull(Sql.instant(row, "made_at")),
                row.getString("made_by"));
    }

    private static BigDecimal major(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column), row.getString("currency")).amount();
    }
}
