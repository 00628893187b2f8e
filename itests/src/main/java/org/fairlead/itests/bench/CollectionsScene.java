package org.fairlead.itests.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/** A client with two portfolios: one waits for a placement file, the other holds debts that were placed 30 days ago. */
final class CollectionsScene {

    static final ClientId CLIENT = new ClientId(7);
    static final ZoneId ZONE = ZoneId.of("Europe/Istanbul");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final UUID PLACING = OutreachBench.id(11, 1);
    static final UUID HELD = OutreachBench.id(11, 2);
    static final UUID PERSON = OutreachBench.id(11, 3);

    /** One in so many debts has a promise whose last day was yesterday. */
    static final int PROMISED = 50;

    private final ThrowawayPostgres database;

    CollectionsScene(ThrowawayPostgres database) {
        this.database = database;
    }

    void write() {
        execute(
                """
                insert into client values (0, 'harbour', 'Harbour', 'TR', 'Europe/Istanbul', true),
                  (7, 'seven', 'Seven', 'TR', 'Europe/Istanbul', true);
                insert into brand values (7, '%1$s', 'b', 'B', 'B', '#000000', '#000000');
                insert into program values (7, '%1$s', '%1$s', 'p', 'P', 'COLLECTIONS', '{tr}');
                insert into site values (1, 's', 'S', 'TR', 'UTC', 'izmir');
                insert into person values ('%1$s', 'bora', 'Bora', 1, 'en', true);
                insert into portfolio (client_id, portfolio_id, program_id, code, name, currency, country, yearly_rate, grace_days)
                  values (7, '%2$s', '%1$s', 'placing', 'P', 'TRY', 'TR', 0, 2),
                         (7, '%3$s', '%1$s', 'held', 'H', 'TRY', 'TR', 0.36, 2);
                insert into placement (client_id, placement_id, portfolio_id, file_name, file_hash, kind, uploaded_by, uploaded_at,
                  state, all_or_none) values (7, '%3$s', '%3$s', 'a.csv', 'x', 'PLACEMENT', '%1$s', now(), 'LOADED', false);
                """
                        .formatted(PERSON, PLACING, HELD));
    }

    /** Each by somebody else who has a telephone. Each owes 1,000.00 since 30 days: 36% a year of 365 days make 29.59. */
    void hold(int debts) {
        execute(
                """
                insert into debt (client_id, debt_id, portfolio_id, placement_id, reference, currency, status, past_due_since,
                    placed_on, interest_from, principal)
                  select 7, gen_random_uuid(), '%1$s', '%1$s', 'H-' || n, 'TRY', 'WORKING', date '2026-01-01', date '2026-01-31',
                    date '2026-01-31', 100000 from generate_series(1, %2$d) n;
                insert into debt_posting (client_id, posting_id, debt_id, kind, value_date, posted_at, who, why, principal, placed)
                  select 7, gen_random_uuid(), debt_id, 'PLACEMENT', placed_on, now(), 'bora', 'bench', 100000, -100000
                  from debt where portfolio_id = '%1$s';
                insert into customer (client_id, customer_id, name, language, country)
                  select 7, debt_id, 'Ad ' || reference, 'tr', 'TR' from debt where portfolio_id = '%1$s';
                insert into debt_party select 7, debt_id, debt_id, 'DEBTOR' from debt where portfolio_id = '%1$s';
                insert into contact_point (client_id, contact_point_id, customer_id, kind, value)
                  select 7, gen_random_uuid(), debt_id, 'PHONE', '+90531' || lpad(substr(reference, 3), 7, '0')
                  from debt where portfolio_id = '%1$s';
                insert into promise (client_id, promise_id, debt_id, made_on, due_on, amount, grace_days, tolerance, state, made_by)
                  select 7, gen_random_uuid(), debt_id, date '2026-02-10', date '2026-02-27', 5000, 2, 1, 'STANDING', 'deniz'
                  from debt where portfolio_id = '%1$s' and substr(reference, 3)::int %% %3$d = 0;
                """
                        .formatted(HELD, debts, PROMISED));
        // as the server does by itself some minutes after so many rows
        execute("analyze", DatabaseRole.OWNER);
    }

    /** A score table, a strategy in force, and a draft beside it. */
    void strategies() {
        execute(
                """
                insert into campaign (client_id, campaign_id, program_id, code, name, mode, state, gateway, caller_id, language,
                  country) values (7, '%1$s', '%2$s', 'c', 'C', 'PREVIEW', 'RUNNING', 'izmir', '+908502001009', 'tr', 'TR');
                update portfolio set campaign_id = '%1$s' where portfolio_id = '%1$s';
                insert into score_table (client_id, portfolio_id, version, state, body) values (7, '%1$s', 1, 'PUBLISHED',
                  '{"version": 1, "horizonDays": 60, "intercept": -0.5, "weights": {"monthsPastDue": -0.2, "owedLog": -0.1,
                    "promisesBroken": -0.6, "phoneKnown": 0.4}}');
                insert into collection_strategy (client_id, portfolio_id, version, state, body) values
                  (7, '%1$s', 1, 'PUBLISHED', '{"version": 1, "seed": 1, "challengerShare": 0, "challenger": [], "champion": [%3$s]}'),
                  (7, '%1$s', 2, 'DRAFT', '{"version": 2, "seed": 1, "challengerShare": 0.5, "challenger": [%3$s], "champion": [%4$s]}');
                """
                        .formatted(
                                HELD,
                                PERSON,
                                segment("all", 2, "CALL"),
                                segment("low", 0.4, "LETTER") + ", " + segment("rest", 2, "CALL")));
    }

    private static String segment(String name, double scoreBelow, String step) {
        return """
        {"name": "%s", "daysFrom": 0, "daysUntil": 2147483647, "scoreFrom": 0, "scoreBelow": %s, "balanceFrom": 0,
         "balanceBelow": 900000000000, "actions": [{"step": "%s", "after": "P3D", "times": 5}, {"step": "LETTER", "after": "P7D",
         "times": 1}]}
        """
                .formatted(name, scoreBelow, step);
    }

    /** The application's role in the client's scope; the caller commits. */
    Connection application() throws SQLException {
        Connection c = database.connect(DatabaseRole.APP);
        c.setAutoCommit(false);
        enter(c);
        return c;
    }

    static void enter(Connection c) {
        Sql.list(c, row -> row, "select set_config('fairlead.clients', '{7}', true)");
    }

    /** Where a process of its own finds the database. */
    List<String> address() {
        return List.of(database.url(), database.password());
    }

    private void execute(String sql) {
        execute(sql, DatabaseRole.ENGINE);
    }

    private void execute(String sql, DatabaseRole role) {
        try (Connection c = database.connect(role);
                Statement statement = c.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
