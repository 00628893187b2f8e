package org.fairlead.dialer.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.control.RuledOutreach;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The outreach decision for customers who are called back in line. */
@Tag("database")
class JudgeInLineTest {

    private static final ClientId LUMEN = new ClientId(1);
    private static final String NUMBER = "+390289123456";
    /** A Tuesday noon in Rome. */
    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

    private final UUID callback = UUID.randomUUID();
    private ThrowawayPostgres database;
    private Connection c;

    @BeforeEach
    void asked() throws SQLException {
        database = ThrowawayPostgres.seeded();
        c = database.connect(DatabaseRole.APP);
        c.setAutoCommit(false);
        scope("{1}");
        Sql.update(
                c,
                """
                insert into line_callback (client_id, callback_id, asked_in, queue_id, program_id, number, language, caller_id,
                  asked_at)
                select client_id, ?, gen_random_uuid(), queue_id, program_id, ?, 'it', '+390280001001', now() from queue
                where client_id = 1 limit 1
                """,
                callback,
                NUMBER);
    }

    @AfterEach
    void close() throws SQLException {
        c.close();
        database.close();
    }

    private void scope(String clients) throws SQLException {
        try (PreparedStatement set = c.prepareStatement("select set_config('fairlead.clients', ?, true)")) {
            set.setString(1, clients);
            set.execute();
        }
    }

    private Optional<Verdict> judge(Instant at) {
        return new JudgeInLine(c, new RuledOutreach()).judge(LUMEN, callback, at);
    }

    @Test
    void whoAskedForItMayBeCalledOnceAndTheAnswerIsKept() {
        Verdict verdict = judge(NOON).orElseThrow();

        assertThat(verdict.denials()).isEmpty();
        assertThat(verdict.rules()).isNotEmpty();
        assertThat(Sql.number(
                        c,
                        "select count(*) from line_callback where callback_id = ? and (verdict ->> 'allowed')::boolean"
                                + " and judged_at is not null",
                        callback))
                .isEqualTo(1);
        assertThat(judge(NOON)).as("it is on its way").isEmpty();
    }

    @Test
    void whoIsOnTheDoNotCallListIsNotCalledAndWhyIsKept() {
        new RuledOutreach().list(c, LUMEN, NUMBER, "test", NOON);

        Verdict verdict = judge(NOON).orElseThrow();

        assertThat(verdict.allowed()).isFalse();
        assertThat(verdict.deniedBy("do_not_call")).isTrue();
        assertThat(Sql.number(
                        c,
                        "select count(*) from line_callback where callback_id = ?"
                                + " and not (verdict ->> 'allowed')::boolean",
                        callback))
                .isEqualTo(1);
    }

    @Test
    void anotherClientsWishIsNotThere() throws SQLException {
        scope("{2}");

        assertThat(new JudgeInLine(c, new RuledOutreach()).judge(new ClientId(2), callback, NOON))
                .isEmpty();
        assertThat(judge(NOON)).isEmpty();
    }
}
