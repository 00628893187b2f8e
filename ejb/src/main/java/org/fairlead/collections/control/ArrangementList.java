package org.fairlead.collections.control;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.collections.Arrangements.Instalment;
import org.fairlead.collections.Arrangements.View;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Money;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;

/** Arrangements as the page shows them. */
public final class ArrangementList {

    private static final String SELECT =
            """
            select a.*, d.reference, d.currency, u.name as debtor, d.costs + d.fees + d.interest + d.principal as owed,
              (select count(*) from arrangement_line l where l.client_id = a.client_id
                and l.arrangement_id = a.arrangement_id) as instalments, p.paid,
              (select min(x.due_on) from (select l.due_on, sum(l.amount) over (order by l.line) as until from arrangement_line l
                where l.client_id = a.client_id and l.arrangement_id = a.arrangement_id) x where x.until > p.paid) as next_due
            from arrangement a
            join debt d on d.client_id = a.client_id and d.debt_id = a.debt_id
            join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id and y.role = 'DEBTOR'
            join customer u on u.client_id = y.client_id and u.customer_id = y.customer_id
            cross join lateral (select coalesce(sum(m.amount), 0) as paid from payment m
              join debt_posting g on g.client_id = m.client_id and g.posting_id = m.posting_id
              where m.client_id = a.client_id and m.debt_id = a.debt_id and m.state = 'POSTED' and m.value_date >= a.made_on
                and g.posted_at >= coalesce(a.made_at, '-infinity')) p
            """;

    private ArrangementList() {}

    public static List<View> waiting(Connection c, String login) {
        return Sql.list(
                c,
                row -> view(row, login),
                SELECT + " where a.state = 'WAITS_FOR_APPROVAL' order by a.made_at limit 200");
    }

    public static List<View> standing(Connection c, String login, int first, int size) {
        return Sql.list(
                c,
                row -> view(row, login),
                SELECT + " where a.state = 'STANDING' order by next_due nulls last, a.arrangement_id offset ? limit ?",
                first,
                size);
    }

    public static List<Instalment> instalments(Connection c, UUID id) {
        List<Instalment> lines = Sql.list(
                c,
                row -> new Instalment(
                        row.getInt("line"),
                        Objects.requireNonNull(row.getObject("due_on", LocalDate.class)),
                        amount(row, "amount"),
                        amount(row, "interest")),
                """
                select l.*, d.currency from arrangement_line l
                join arrangement a on a.client_id = l.client_id and a.arrangement_id = l.arrangement_id
                join debt d on d.client_id = a.client_id and d.debt_id = a.debt_id
                where l.arrangement_id = ? order by l.line
                """,
                id);
        if (lines.isEmpty()) {
            throw new NotFound("arrangement " + id);
        }
        return lines;
    }

    private static View view(ResultSet row, String login) throws SQLException {
        return new View(
                new ClientId(row.getInt("client_id")),
                row.getObject("arrangement_id", UUID.class),
                row.getObject("debt_id", UUID.class),
                row.getString("reference"),
                row.getString("debtor"),
                row.getString("kind"),
                row.getString("state"),
                row.getString("currency"),
                amount(row, "amount"),
                amount(row, "owed"),
                amount(row, "paid"),
                row.getInt("instalments"),
                row.getObject("next_due", LocalDate.class),
                row.getString("made_by"),
                Sql.instant(row, "made_at"),
                row.getString("made_by").equals(login));
    }

    private static BigDecimal amount(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column), row.getString("currency")).amount();
    }
}
