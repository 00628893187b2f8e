package org.fairlead.collections;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
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

    /** Statements that set a scene, as the role that sees every client. */
    public void execute(String sql) {
        try (Connection c = database.connect(DatabaseRole.ENGINE);
                Statement statement = c.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
