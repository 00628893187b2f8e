package org.fairlead.itests.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.campaign.control.AttemptBook;
import org.fairlead.compliance.control.RuledOutreach;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;

/** A client with two collection campaigns whose lists hold the same people under two numbers each. */
final class OutreachScene {

    static final UUID FIRST = OutreachBench.id(1, 1);
    static final UUID SECOND = OutreachBench.id(1, 2);
    static final int CAP = 5;
    static final int PEOPLE = 8_000;

    private static final UUID PROGRAM = OutreachBench.id(2, 1);

    private final ThrowawayPostgres database;

    OutreachScene(ThrowawayPostgres database) {
        this.database = database;
    }

    /** A Monday in New York. */
    Instant noon() {
        return Instant.parse("2026-11-23T17:00:00Z");
    }

    void write() throws SQLException {
        execute(
                """
                insert into client values (0, 'harbour', 'Harbour', 'TR', 'Europe/Istanbul', true),
                  (7, 'seven', 'Seven', 'US', 'America/New_York', true);
                insert into brand values (7, '%1$s', 'b', 'B', 'B', '#000000', '#000000');
                insert into program values (7, '%1$s', '%1$s', 'p', 'P', 'COLLECTIONS', '{en}');
                insert into site values (1, 's', 'S', 'US', 'UTC', 'manila');
                insert into person values ('%1$s', 'sena', 'Sena', 1, 'en', true);
                insert into campaign (client_id, campaign_id, program_id, code, name, mode, state, gateway, caller_id, language,
                    skills, country, call_from, call_until, cap_count, cap_days) values
                  (7, '%2$s', '%1$s', 'one', 'One', 'PREVIEW', 'RUNNING', 'manila', '+12125550100', 'en', '{}', 'US',
                    '09:00', '20:00', %4$d, 7),
                  (7, '%3$s', '%1$s', 'two', 'Two', 'PREVIEW', 'RUNNING', 'manila', '+12125550100', 'en', '{}', 'US',
                    '09:00', '20:00', %4$d, 7);
                insert into lead_list (client_id, list_id, campaign_id, name, uploaded_by, uploaded_at, state, all_or_none)
                  values (7, '%2$s', '%2$s', 'one', '%1$s', now(), 'LOADED', false),
                         (7, '%3$s', '%3$s', 'two', '%1$s', now(), 'LOADED', false);
                """
                        .formatted(PROGRAM, FIRST, SECOND, CAP));
        leads(FIRST, 0);
        leads(SECOND, 1);
        analyze();
    }

    /** As the data base does by itself, only sooner: so many rows come so fast that its own rounds are late. */
    void analyze() throws SQLException {
        try (Connection owner = database.connect(DatabaseRole.OWNER);
                Statement statement = owner.createStatement()) {
            statement.execute("analyze");
        }
    }

    /** Albany and Miami: one zone and two. Each person's second number is the same on both lists for every third. */
    private void leads(UUID campaign, int which) throws SQLException {
        execute(
                """
                insert into lead (client_id, lead_id, campaign_id, list_id, number, name, reference, country, time_zones, fields,
                                  rank)
                select 7, gen_random_uuid(), '%1$s', '%1$s',
                       case when i %% 2 = 0 then '+1518' else '+1850' end
                         || (2000000 + i + case when i %% 3 = 0 then 0 else %2$d * 1000000 end),
                       'Anna', 'P' || i, 'US', '{America/New_York}', '{"debt": "D1"}', i %% 7
                from generate_series(1, %3$d) as i
                """
                        .formatted(campaign, which, PEOPLE));
    }

    /** The end of the long run is the beginning of the short one. */
    void everybodyIsFree() throws SQLException {
        execute(
                """
                update attempt set written_at = written_at - interval '100 days';
                update lead set state = 'READY', next_at = null
                """);
        analyze();
    }

    RunningCampaign campaign(UUID id) throws SQLException {
        try (Connection engine = database.connect(DatabaseRole.ENGINE)) {
            return new AttemptBook(new RuledOutreach())
                    .running(engine).stream()
                            .filter(campaign -> campaign.campaignId().equals(id))
                            .findFirst()
                            .orElseThrow();
        }
    }

    /** The server's own role; whoever has it enters the client's scope in each transaction. */
    Connection application() throws SQLException {
        Connection c = database.connect(DatabaseRole.APP);
        c.setAutoCommit(false);
        return c;
    }

    void enter(Connection c) throws SQLException {
        try (Statement statement = c.createStatement()) {
            statement.execute("select set_config('fairlead.clients', '{7}', true)");
        }
    }

    Connection everything() throws SQLException {
        return database.connect(DatabaseRole.ENGINE);
    }

    private void execute(String sql) throws SQLException {
        try (Connection c = everything();
                Statement statement = c.createStatement()) {
            for (String one : sql.split(";\n", -1)) {
                statement.execute(one);
            }
        }
    }
}
