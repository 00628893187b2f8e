package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is done each night, on a real database and as the engine's role. */
@Tag("database")
class EngineUpkeepTest {

    private static final Instant NOW = Instant.parse("2031-11-05T02:40:00Z");

    private final ThrowawayPostgres database = ThrowawayPostgres.seeded();
    private Connection db;

    @BeforeEach
    void connect() throws SQLException {
        db = database.connect(DatabaseRole.ENGINE);
    }

    @AfterEach
    void end() throws SQLException {
        db.close();
        database.close();
    }

    @Test
    void makesMonthsAheadOverTheYearsEndAndAsOftenAsAsked() throws SQLException {
        EngineUpkeep.makeMonths(db, NOW);
        EngineUpkeep.makeMonths(db, NOW);

        assertThat(count("select count(*) from pg_class where relname in ('call_event_203111', 'call_event_203202')"))
                .isEqualTo(2);
    }

    @Test
    void forgetsOldCommandsThatWereSentAndNoOthers() throws SQLException {
        command(1, NOW.minus(Duration.ofDays(8)));
        command(2, NOW.minus(Duration.ofDays(6)));
        command(3, NOW.minus(Duration.ofDays(8)));
        change("update engine_state set sent_position = 2");

        int forgotten = EngineUpkeep.forgetCommands(db, NOW);

        assertThat(forgotten).isEqualTo(1);
        assertThat(count("select count(*) from engine_command where position in (2, 3)"))
                .isEqualTo(2);
    }

    private void command(long position, Instant at) throws SQLException {
        change("insert into engine_command (client_id, position, command_id, gateway, body, at)" + " values (1, "
                + position + ", gen_random_uuid(), 'izmir', '{}', '" + at + "')");
    }

    private void change(String sql) throws SQLException {
        try (Statement statement = db.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private long count(String query) throws SQLException {
        try (Statement statement = db.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
