package org.fairlead.contact.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.contact.Contacts.TalkLine;
import org.fairlead.contact.VoiceQuality.Measured;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How talks sounded is kept by those who talked, about contacts of clients that they serve. */
@Tag("database")
class VoiceRowsTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Measured GOOD = new Measured(60, "audio/opus", 3000, 2, 3, null);
    private static final int MOST = 20;

    private ThrowawayPostgres database;
    private Connection besas;
    private UUID besa;
    private UUID arben;

    @BeforeEach
    void enter() throws SQLException {
        database = ThrowawayPostgres.seeded();
        besas = database.connect(DatabaseRole.APP);
        besas.setAutoCommit(false);
        enter(besas, "besa");
        besa = person("besa");
        arben = person("arben");
    }

    @AfterEach
    void leave() throws SQLException {
        besas.close();
        database.close();
    }

    @Test
    void keepsWhatTheAgentMeasuredOfAContactThatSheHad() throws SQLException {
        UUID contact = contact(1, besa);

        int client = VoiceRows.clientOf(besas, contact, besa).orElseThrow();

        assertThat(VoiceRows.keep(besas, client, contact, besa, NOON, GOOD)).isTrue();
        assertThat(Sql.number(besas, "select count(*) from contact_voice where contact_id = ?", contact))
                .isEqualTo(1);
    }

    @Test
    void isReadByWhoeverServesTheClientAndByNobodyElse() throws SQLException {
        UUID contact = contact(1, besa);
        VoiceRows.keep(besas, 1, contact, besa, NOON, new Measured(60, "audio/pcmu", 98, 2, 7, 41));
        besas.commit();

        try (Connection others = database.connect(DatabaseRole.APP)) {
            others.setAutoCommit(false);
            enter(others, "giulia");
            assertThat(VoiceRows.of(others, contact))
                    .containsExactly(new TalkLine("Besa Leka", NOON.minusSeconds(60), 60, "audio/pcmu", 100, 2, 7, 41));
            others.rollback();
            enter(others, "selin");
            assertThat(VoiceRows.of(others, contact)).isEmpty();
        }
    }

    private static void enter(Connection connection, String login) throws SQLException {
        try (Statement scope = connection.createStatement()) {
            scope.execute("select * from enter_scope('" + login + "')");
        }
    }

    @Test
    void knowsNothingOfAColleaguesContactNorOfAClientWhomSheDoesNotServe() throws SQLException {
        assertThat(VoiceRows.clientOf(besas, contact(1, arben), besa)).isEmpty();
        assertThat(VoiceRows.clientOf(besas, contact(2, besa), besa)).isEmpty();
        assertThat(VoiceRows.clientOf(besas, Ids.next(), besa)).isEmpty();
    }

    @Test
    void keepsOnlySoManyOfOneContact() throws SQLException {
        UUID contact = contact(1, besa);

        for (int i = 0; i < MOST; i++) {
            assertThat(VoiceRows.keep(besas, 1, contact, besa, NOON.plusSeconds(i), GOOD))
                    .isTrue();
        }

        assertThat(VoiceRows.keep(besas, 1, contact, besa, NOON.plusSeconds(MOST), GOOD))
                .isFalse();
    }

    @Test
    void figuresThatCannotBeAreNone() {
        assertThat(GOOD.sound()).isTrue();
        assertThat(new Measured(-1, "audio/opus", 1, 0, 0, null).sound()).isFalse();
        assertThat(new Measured(1, "<b>", 1, 0, 0, null).sound()).isFalse();
        assertThat(new Measured(1, "audio/opus", 1, -1, 0, null).sound()).isFalse();
        assertThat(new Measured(1, "audio/opus", 1, 0, 0, 99_999).sound()).isFalse();
    }

    private UUID person(String login) throws SQLException {
        try (Connection engine = database.connect(DatabaseRole.ENGINE)) {
            return Sql.one(
                            engine,
                            row -> row.getObject(1, UUID.class),
                            "select person_id from person where login = ?",
                            login)
                    .orElseThrow();
        }
    }

    private UUID contact(int client, UUID agent) throws SQLException {
        UUID id = Ids.next();
        try (Connection engine = database.connect(DatabaseRole.ENGINE)) {
            Sql.update(
                    engine,
                    """
                    insert into contact (client_id, contact_id, direction, state, gateway, call_id, agent_id, offered_at)
                    values (?, ?, 'INBOUND', 'CONNECTED', 'tirana', ?, ?, now())
                    """,
                    client,
                    id,
                    id,
                    agent);
            Sql.update(
                    engine,
                    """
                    insert into contact_event (client_id, contact_id, position, at, kind, agent_id)
                    values (?, ?, 1, now(), 'CONNECTED', ?)
                    """,
                    client,
                    id,
                    agent);
        }
        return id;
    }
}
