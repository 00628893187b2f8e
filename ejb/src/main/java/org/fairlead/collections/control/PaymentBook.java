package org.fairlead.collections.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.collections.DirectPayments.Direct;
import org.fairlead.collections.Payments.Asked;
import org.fairlead.collections.Payments.BankFileView;
import org.fairlead.collections.Payments.Booked;
import org.fairlead.collections.Payments.PaymentView;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Money;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Payments and their files as people read them. */
public final class PaymentBook {

    private static final String PAYMENTS = "select p.*, d.reference as debt from payment p"
            + " left join debt d on d.client_id = p.client_id and d.debt_id = p.debt_id where p.portfolio_id = ?";

    private PaymentBook() {}

    public static List<BankFileView> files(Connection c, UUID portfolio) {
        return Sql.list(
                c,
                PaymentBook::file,
                "select * from payment_file where portfolio_id = ? order by uploaded_at desc limit 50",
                portfolio);
    }

    public static BankFileView file(Connection c, UUID fileId) {
        return Sql.one(c, PaymentBook::file, "select * from payment_file where file_id = ?", fileId)
                .orElseThrow(() -> new NotFound("payment file " + fileId));
    }

    public static List<PaymentView> waiting(Connection c, UUID portfolio, int first, int size) {
        return Sql.list(
                c,
                PaymentBook::payment,
                PAYMENTS + " and p.state = 'UNMATCHED' order by p.booked_at, p.payment_id limit ? offset ?",
                portfolio,
                size,
                first);
    }

    public static int waitingCount(Connection c, ClientId client, UUID portfolio) {
        return Sql.number(
                c,
                "select count(*) from payment where client_id = ? and portfolio_id = ? and state = 'UNMATCHED'",
                client,
                portfolio);
    }

    /** Newest first; so many that a page can hold them. */
    public static List<PaymentView> undoable(Connection c, UUID returned) {
        return Sql.list(
                c,
                PaymentBook::payment,
                """
                select p.*, d.reference as debt from payment r
                join payment p on p.client_id = r.client_id and p.portfolio_id = r.portfolio_id and p.amount = r.amount
                  and p.currency = r.currency and p.value_date <= r.value_date
                left join debt d on d.client_id = p.client_id and d.debt_id = p.debt_id
                where r.payment_id = ? and r.outgoing and r.state = 'UNMATCHED' and not p.outgoing
                  and p.state in ('UNMATCHED', 'POSTED') and p.source <> 'provider'
                order by p.value_date desc, p.payment_id limit 50
                """,
                returned);
    }

    public static List<PaymentView> posted(Connection c, UUID portfolio, int first, int size) {
        return Sql.list(
                c,
                PaymentBook::payment,
                PAYMENTS + " and p.state <> 'UNMATCHED' order by p.booked_at desc, p.payment_id limit ? offset ?",
                portfolio,
                size,
                first);
    }

    /** What was taken for a provider's or the outsourcer's own, newest first. */
    public static List<Booked> booked(Connection c, UUID portfolio, int first, int size) {
        return Sql.list(
                c,
                row -> new Booked(payment(row), asked(row)),
                PAYMENTS
                        + " and p.state in ('PAYOUT','DEBIT','OWN') order by p.undo_asked_at is null, p.booked_at desc,"
                        + " p.payment_id limit ? offset ?",
                portfolio,
                size,
                first);
    }

    private static @Nullable Asked asked(ResultSet row) throws SQLException {
        Instant at = Sql.instant(row, "undo_asked_at");
        return at == null ? null : new Asked(row.getString("undo_asked_by"), at, row.getString("undo_why"));
    }

    /** Direct ones that stand, newest first. */
    public static List<Direct> direct(Connection c, Portfolio portfolio) {
        String prefix = RecordDirect.prefix(portfolio);
        return Sql.list(
                c,
                row -> new Direct(
                        row.getObject("payment_id", UUID.class),
                        Objects.requireNonNull(row.getObject("value_date", LocalDate.class)),
                        new Money(row.getLong("amount"), row.getString("currency")).amount(),
                        row.getString("currency"),
                        row.getString("reference"),
                        row.getString("source_key").substring(prefix.length())),
                "select * from payment where client_id = ? and portfolio_id = ? and way = 'DIRECT' and state = 'POSTED'"
                        + " order by booked_at desc, payment_id limit 20",
                portfolio.client(),
                portfolio.portfolioId());
    }

    private static BankFileView file(ResultSet row) throws SQLException {
        return new BankFileView(
                row.getObject("file_id", UUID.class),
                row.getObject("portfolio_id", UUID.class),
                row.getString("file_name"),
                row.getString("format"),
                row.getString("uploaded_by"),
                Objects.requireNonNull(Sql.instant(row, "uploaded_at")),
                row.getString("state").equals("TAKEN"),
                row.getString("reason"),
                row.getString("detail"),
                row.getInt("entries"),
                row.getInt("posted"),
                row.getInt("parked"),
                row.getInt("known"),
                row.getInt("outgoing"));
    }

    private static PaymentView payment(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new PaymentView(
                row.getObject("payment_id", UUID.class),
                Objects.requireNonNull(row.getObject("value_date", LocalDate.class)),
                new Money(row.getLong("amount"), currency).amount(),
                currency,
                row.getString("reference"),
                row.getString("payer"),
                row.getString("debt"),
                row.getString("state"),
                row.getString("reason"),
                row.getString("matched_by"),
                row.getBoolean("outgoing"),
                row.getString("source").equals("file"));
    }
}
