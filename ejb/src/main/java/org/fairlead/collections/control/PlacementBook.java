package org.fairlead.collections.control;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.collections.Placements.Acknowledged;
import org.fairlead.collections.Placements.Placement;
import org.fairlead.collections.Placements.Returned;
import org.fairlead.collections.Placements.RowFault;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Money;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;

/** Placements as people read them. */
public final class PlacementBook {

    private static final String SELECT =
            "select l.*, p.name as uploader from placement l join person p on p.person_id = l.uploaded_by";

    private PlacementBook() {}

    public static List<Placement> ofPortfolio(Connection c, UUID portfolioId) {
        return Sql.list(
                c,
                PlacementBook::placement,
                SELECT + " where l.portfolio_id = ? order by l.uploaded_at desc limit 100",
                portfolioId);
    }

    public static Placement one(Connection c, UUID placementId) {
        return Sql.one(c, PlacementBook::placement, SELECT + " where l.placement_id = ?", placementId)
                .orElseThrow(() -> new NotFound("placement " + placementId));
    }

    public static List<RowFault> faults(Connection c, UUID placementId, int first, int size) {
        return Sql.list(
                c,
                row -> new RowFault(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)),
                "select line, column_name, reason, coalesce(value, '') from placement_fault where placement_id = ?"
                        + " order by line, column_name, reason limit ? offset ?",
                placementId,
                size,
                first);
    }

    public static List<Acknowledged> acknowledged(Connection c, UUID placementId, int first, int size) {
        return Sql.list(
                c,
                row -> new Acknowledged(
                        row.getString("reference"),
                        row.getString("name"),
                        row.getObject("customer_id", UUID.class),
                        new Money(row.getLong("minor"), row.getString("currency")).amount(),
                        row.getString("currency"),
                        row.getString("status"),
                        Objects.requireNonNull(row.getObject("placed_on", LocalDate.class))),
                """
                select d.reference, u.name, u.customer_id, -p.placed as minor, d.currency, d.status, d.placed_on
                from debt d
                join debt_posting p on p.client_id = d.client_id and p.debt_id = d.debt_id and p.kind = 'PLACEMENT'
                join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id and y.role = 'DEBTOR'
                join customer u on u.client_id = y.client_id and u.customer_id = y.customer_id
                where d.placement_id = ? order by d.reference limit ? offset ?
                """,
                placementId,
                size,
                first);
    }

    /** What a recall file took back; of a placement what went back by itself, on its day. */
    public static List<Returned> returned(Connection c, UUID recallId, int first, int size) {
        return Sql.list(
                c,
                row -> new Returned(
                        row.getString("reference"),
                        row.getString("name"),
                        row.getString("currency"),
                        amount(row, "principal"),
                        amount(row, "interest"),
                        amount(row, "fees"),
                        amount(row, "costs"),
                        amount(row, "collected"),
                        row.getObject("last_paid", LocalDate.class),
                        row.getObject("recalled_on", LocalDate.class)),
                """
                select d.*, u.name, (select coalesce(sum(p.collected), 0) from debt_posting p where p.client_id = d.client_id
                    and p.debt_id = d.debt_id) as collected,
                  (select max(m.value_date) from payment m where m.client_id = d.client_id and m.debt_id = d.debt_id
                    and m.state = 'POSTED') as last_paid
                from debt d
                join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id and y.role = 'DEBTOR'
                join customer u on u.client_id = y.client_id and u.customer_id = y.customer_id
                where d.client_id = any (scope_clients()) and (d.recalled_by = ?
                  or d.placement_id = ? and d.recalled_by is null and d.status = 'RECALLED')
                order by d.reference limit ? offset ?
                """,
                recallId,
                recallId,
                size,
                first);
    }

    private static BigDecimal amount(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column), row.getString("currency")).amount();
    }

    private static Placement placement(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        int cut = reason == null ? -1 : reason.indexOf(' ');
        return new Placement(
                new ClientId(row.getInt("client_id")),
                row.getObject("placement_id", UUID.class),
                row.getObject("portfolio_id", UUID.class),
                row.getString("kind"),
                row.getString("file_name"),
                row.getString("uploader"),
                Objects.requireNonNull(Sql.instant(row, "uploaded_at")),
                row.getString("state"),
                row.getBoolean("all_or_none"),
                row.getInt("rows_read"),
                row.getInt("rows_loaded"),
                row.getInt("rows_bad"),
                row.getInt("rows_linked"),
                reason == null || cut < 0 ? reason : reason.substring(0, cut),
                reason == null || cut < 0 ? null : reason.substring(cut + 1));
    }
}
