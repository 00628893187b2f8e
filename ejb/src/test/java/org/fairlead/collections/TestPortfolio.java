package org.fairlead.collections;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.fairlead.collections.Payments.BankFileView;
import org.fairlead.collections.control.DebtFile;
import org.fairlead.collections.control.PaymentBook;
import org.fairlead.collections.control.PlaceDebts;
import org.fairlead.collections.control.PortfolioBook;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.collections.control.TakeInPayments;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/** A database of its own with two clients, a portfolio of the first and one debt in it. */
public final class TestPortfolio implements AutoCloseable {

    public static final ClientId CLIENT = new ClientId(7);
    public static final ClientId STRANGER = new ClientId(8);
    public static final UUID PORTFOLIO = UUID.fromString("00000000-0000-7000-8000-000000000011");
    public static final UUID PLACEMENT = UUID.fromString("00000000-0000-7000-8000-000000000012");
    public static final UUID DEBT = UUID.fromString("00000000-0000-7000-8000-000000000013");

    private final ThrowawayPostgres database = ThrowawayPostgres.migrated();

    public TestPortfolio() {
        execute(
                """
                insert into client values (0, 'harbour', 'Harbour', 'TR', 'Europe/Istanbul', true),
                  (7, 'seven', 'Seven', 'TR', 'Europe/Istanbul', true), (8, 'eight', 'Eight', 'US', 'UTC', true);
                insert into brand values (7, '%1$s', 'b', 'B', 'B', '#000000', '#000000');
                insert into program values (7, '%1$s', '%1$s', 'p', 'P', 'COLLECTIONS', '{tr}');
                insert into site values (1, 's', 'S', 'TR', 'UTC', 'izmir');
                insert into person values ('%1$s', 'bora', 'Bora', 1, 'en', true);
                insert into portfolio (client_id, portfolio_id, program_id, code, name, currency, country)
                  values (7, '%1$s', '%1$s', 'cards', 'Cards', 'TRY', 'TR');
                insert into placement (client_id, placement_id, portfolio_id, file_name, file_hash, kind, uploaded_by,
                  uploaded_at, state, all_or_none) values (7, '%2$s', '%1$s', 'a.csv', 'x', 'PLACEMENT', '%1$s', now(), 'LOADED', false);
                insert into debt (client_id, debt_id, portfolio_id, placement_id, reference, currency, status, past_due_since,
                  placed_on) values (7, '%3$s', '%1$s', '%2$s', 'K-1', 'TRY', 'WORKING', '2026-01-01', '2026-02-01');
                """
                        .formatted(PORTFOLIO, PLACEMENT, DEBT));
    }

    /** With a campaign of previews that runs, for the portfolio's debts. */
    public TestPortfolio withCampaign() {
        execute(
                """
                insert into campaign (client_id, campaign_id, program_id, code, name, mode, state, gateway, caller_id, language,
                  country) values (7, '%1$s', '%1$s', 'c', 'C', 'PREVIEW', 'RUNNING', 'izmir', '+908502001009', 'tr', 'TR');
                update portfolio set campaign_id = '%1$s';
                """
                        .formatted(PORTFOLIO));
        return this;
    }

    /** A transaction of the application's role in the scope of one client; the caller commits. */
    public Connection scoped(ClientId client) {
        try {
            Connection c = database.connect(DatabaseRole.APP);
            c.setAutoCommit(false);
            Sql.list(c, row -> row, "select set_config('fairlead.clients', ?, true)", "{" + client + "}");
            return c;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sees every client, as the dialer's first look does. */
    public Connection everyClient() {
        try {
            return database.connect(DatabaseRole.ENGINE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same, as clocks have it. */
    public DataSource everyClientSource() {
        return database.dataSource(DatabaseRole.ENGINE);
    }

    /** Statements that set a scene, as the role that sees every client. */
    public void execute(String sql) {
        try (Connection c = database.connect(DatabaseRole.ENGINE);
                Statement statement = c.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Work in one transaction of the application's role. */
    public interface Work<T> {
        T in(Connection c) throws SQLException;
    }

    /** Work of the client's, committed. */
    public <T> T in(Work<T> work) {
        try (Connection c = scoped(CLIENT)) {
            T result = work.in(c);
            c.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The id of a debt by the client's number for it. */
    public UUID debt(String reference) {
        return in(c -> Sql.one(
                        c,
                        row -> row.getObject(1, UUID.class),
                        "select debt_id from debt where reference = ?",
                        reference)
                .orElseThrow());
    }

    /** The debt's file as use cases read it. */
    public DebtFile file(String reference) {
        UUID debt = debt(reference);
        return in(c -> DebtFile.one(c, CLIENT, debt));
    }

    /** Takes a placement in. */
    public UUID place(String csv, Instant now) {
        return in(c -> place(c, csv, now));
    }

    /** The same, within a transaction of whoever asks. */
    public static UUID place(Connection c, String csv, Instant now) {
        return new PlaceDebts(c, PortfolioBook.one(c, PORTFOLIO), now)
                .place(new PlaceDebts.Handed(
                        "a.csv",
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                        Integer.toHexString(csv.hashCode()),
                        Map.of(),
                        false,
                        PORTFOLIO,
                        "bora"));
    }

    /** Takes a bank's file in. */
    public BankFileView take(String file, PaymentTools tools) {
        return in(c -> {
            TakeInPayments work = new TakeInPayments(c, PortfolioBook.one(c, PORTFOLIO), tools);
            return PaymentBook.file(c, work.take("p", file.getBytes(StandardCharsets.UTF_8), "x"));
        });
    }

    /** The first column of all rows. */
    public List<String> texts(String sql) {
        return in(c -> Sql.list(c, row -> row.getString(1), sql));
    }

    /** The first column of the first row. */
    public int number(String sql) {
        return in(c -> Sql.number(c, sql));
    }

    /** Until another connection of this database waits for a lock. */
    public void awaitSomebodyWhoWaits() {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < until) {
            if (number("select count(*) from pg_locks where not granted") > 0) {
                return;
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
