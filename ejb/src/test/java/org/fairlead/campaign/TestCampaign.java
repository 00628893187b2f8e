package org.fairlead.campaign;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/** A database of its own with two clients, and a campaign of the first. */
public final class TestCampaign implements AutoCloseable {

    public static final ClientId CLIENT = new ClientId(7);
    public static final ClientId STRANGER = new ClientId(8);
    public static final UUID PROGRAM = UUID.fromString("00000000-0000-7000-8000-000000000001");
    public static final UUID CAMPAIGN = UUID.fromString("00000000-0000-7000-8000-000000000002");
    public static final UUID SECOND_CAMPAIGN = UUID.fromString("00000000-0000-7000-8000-000000000003");
    public static final UUID PERSON = UUID.fromString("00000000-0000-7000-8000-000000000004");
    public static final UUID LIST = UUID.fromString("00000000-0000-7000-8000-000000000005");

    private final ThrowawayPostgres database = ThrowawayPostgres.migrated();

    public TestCampaign() {
        execute(
                """
                insert into client values (0, 'harbour', 'Harbour', 'TR', 'Europe/Istanbul', true),
                  (7, 'seven', 'Seven', 'US', 'America/New_York', true), (8, 'eight', 'Eight', 'US', 'UTC', true);
                insert into brand values (7, '%1$s', 'b', 'B', 'B', '#000000', '#000000');
                insert into program values (7, '%1$s', '%1$s', 'p', 'P', 'TELESALES', '{en}');
                insert into site values (1, 's', 'S', 'US', 'UTC', 'manila');
                insert into person values ('%4$s', 'sena', 'Sena', 1, 'en', true);
                insert into campaign (client_id, campaign_id, program_id, code, name, mode, state, gateway, caller_id,
                    language, skills, country, call_from, call_until, cap_count, cap_days) values
                  (7, '%2$s', '%1$s', 'one', 'One', 'PROGRESSIVE', 'RUNNING', 'manila', '+12125550100',
                    'en', '{"lang:en": 3}', 'US', '09:00', '20:00', 3, 7),
                  (7, '%3$s', '%1$s', 'two', 'Two', 'PROGRESSIVE', 'RUNNING', 'manila', '+12125550100',
                    'en', '{"lang:en": 3}', 'US', '09:00', '20:00', 3, 7);
                insert into lead_list (client_id, list_id, campaign_id, name, uploaded_by, uploaded_at, state, all_or_none)
                  values (7, '%5$s', '%2$s', 'list.csv', '%4$s', now(), 'READING', false);
                insert into outreach_register values (0, 'US_NATIONAL_DNC', '2026-11-20', '%5$s', 0, now());
                """
                        .formatted(PROGRAM, CAMPAIGN, SECOND_CAMPAIGN, PERSON, LIST));
    }

    /** A transaction of the application's role in the scope of one client; the caller commits. */
    public Connection scoped(ClientId client) {
        Connection c = connect(DatabaseRole.APP);
        try {
            c.setAutoCommit(false);
            Sql.list(c, row -> row, "select set_config('fairlead.clients', ?, true)", "{" + client + "}");
            return c;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Connection connect(DatabaseRole role) {
        try {
            return database.connect(role);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Statements that set a scene, as the role that sees every client. */
    public void execute(String sql) {
        try (Connection c = connect(DatabaseRole.ENGINE);
                Statement statement = c.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public int count(String from) {
        try (Connection c = connect(DatabaseRole.ENGINE)) {
            return Sql.number(c, "select count(*) from " + from);
        } catch (SQLException e) {
            throw new IllegalStateException(from, e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
