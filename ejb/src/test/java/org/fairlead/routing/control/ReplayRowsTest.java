package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.routing.QueuePolicies.Form;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The hour that is played again, as the journal has it. */
@Tag("database")
class ReplayRowsTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @Test
    void readsWhoCameWhoGaveUpAndWhoWasThereForTheQueue() throws SQLException {
        try (ThrowawayPostgres database = ThrowawayPostgres.seeded();
                Connection c = database.connect(DatabaseRole.ENGINE);
                Connection ours = database.connect(DatabaseRole.APP)) {
            Instant now = Instant.now(java.time.Clock.systemUTC());
            LocalDate day = LocalDate.ofInstant(now, ROME);
            Instant begins = day.atStartOfDay(ROME).toInstant();
            scope(ours);
            Form queue = QueuePolicyRows.read(ours, queue(c));
            UUID talked = contact(c, queue, begins.plusSeconds(60));
            run(
                    c,
                    "update contact set connected_at = offered_at + interval '10 s', closed_at = offered_at"
                            + " + interval '70 s', outcome = 'HANDLED', state = 'ENDED' where contact_id = ?",
                    talked);
            UUID gaveUp = contact(c, queue, begins.plusSeconds(120));
            run(
                    c,
                    "update contact set ended_at = offered_at + interval '45 s', outcome = 'ABANDONED',"
                            + " state = 'ENDED' where contact_id = ?",
                    gaveUp);
            present(c, begins.plusSeconds(30), "AVAILABLE", null);
            present(c, begins.plusSeconds(65), "RESERVED", talked);
            present(c, begins.plusSeconds(135), "BREAK", null);

            run(
                    c,
                    "insert into contact_event (client_id, contact_id, position, at, kind, detail) select client_id,"
                            + " contact_id, 1, offered_at, 'KEYED', '{\"answers\": {\"menu:reason\": \"card\"}}'"
                            + " from contact where contact_id = ?",
                    talked);

            var hour = ReplayRows.read(ours, queue, day, 0, begins.plusSeconds(7200));

            assertThat(hour.contacts())
                    .extracting(each -> each.menu())
                    .containsExactly(Map.of("menu:reason", "card"), Map.of());
            assertThat(hour.was().contacts()).isEqualTo(2);
            assertThat(hour.was().answered()).isEqualTo(1);
            assertThat(hour.was().gaveUp()).isEqualTo(1);
            assertThat(hour.contacts()).extracting(each -> each.patience()).containsExactly(-1L, 45_000L);
            assertThat(hour.contacts()).extracting(each -> each.handling()).containsExactly(60_000L, -1L);
            assertThat(hour.shifts()).hasSize(1);
            assertThat(hour.shifts().get(0).from())
                    .isEqualTo(begins.plusSeconds(30).toEpochMilli());
            assertThat(hour.shifts().get(0).until())
                    .isEqualTo(begins.plusSeconds(135).toEpochMilli());
        }
    }

    @Test
    void anHourThatIsNotOverIsRefused() throws SQLException {
        try (ThrowawayPostgres database = ThrowawayPostgres.seeded();
                Connection c = database.connect(DatabaseRole.ENGINE);
                Connection ours = database.connect(DatabaseRole.APP)) {
            scope(ours);
            Form queue = QueuePolicyRows.read(ours, queue(c));
            LocalDate day = LocalDate.of(2026, 11, 20);
            Instant early = day.atTime(9, 59).atZone(ROME).toInstant();

            assertThatThrownBy(() -> ReplayRows.read(c, queue, day, 9, early))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("queue.replay");
        }
    }

    private static void scope(Connection ours) throws SQLException {
        ours.setAutoCommit(false);
        Sql.list(ours, row -> row.getString(1), "select set_config('fairlead.clients', '{1}', true)");
    }

    private static UUID queue(Connection c) {
        return Sql.one(
                        c,
                        row -> row.getObject(1, UUID.class),
                        "select queue_id from queue where code = 'lumen-billing'")
                .orElseThrow();
    }

    private static UUID contact(Connection c, Form queue, Instant at) throws SQLException {
        UUID id = UUID.randomUUID();
        run(
                c,
                "insert into contact (client_id, contact_id, program_id, queue_id, direction, state, language, dialled,"
                        + " remote, gateway, call_id, offered_at, queued_at) select client_id, ?, program_id, queue_id,"
                        + " 'INBOUND', 'QUEUED', 'it', '+390280001001', '+390655512345', 'izmir', ?, ?, ? from queue"
                        + " where queue_id = ?",
                id,
                id,
                at.atOffset(ZoneOffset.UTC),
                at.atOffset(ZoneOffset.UTC),
                queue.queue());
        run(
                c,
                "insert into contact_event (client_id, contact_id, position, at, kind, program_id, queue_id)"
                        + " select client_id, contact_id, 2, offered_at, 'QUEUED', program_id, queue_id from contact"
                        + " where contact_id = ?",
                id);
        return id;
    }

    @Test
    void whoIsSharedWithOthersWasThereForUsWhileFreeAndNotWhileTalkingForThem() throws SQLException {
        try (ThrowawayPostgres database = ThrowawayPostgres.seeded();
                Connection engine = database.connect(DatabaseRole.ENGINE);
                Connection ours = database.connect(DatabaseRole.APP)) {
            LocalDate day = LocalDate.ofInstant(Instant.now(java.time.Clock.systemUTC()), ROME);
            Instant begins = day.atStartOfDay(ROME).toInstant();
            state(engine, 0, begins.plusSeconds(30), "AVAILABLE");
            state(engine, 3, begins.plusSeconds(600), "ON_CONTACT");
            state(engine, 0, begins.plusSeconds(900), "AVAILABLE");
            state(engine, 0, begins.plusSeconds(1200), "BREAK");
            ours.setAutoCommit(false);
            Sql.list(ours, row -> row.getString(1), "select set_config('fairlead.clients', '{1}', true)");
            Form queue = QueuePolicyRows.read(ours, queue(ours));

            var hour = ReplayRows.read(ours, queue, day, 0, begins.plusSeconds(7200));

            assertThat(hour.shifts())
                    .extracting(shift -> (shift.until() - shift.from()) / 1000)
                    .containsExactly(570L, 300L);
            assertThat(Sql.list(
                            ours,
                            row -> row.getString(1),
                            "select presence from presence_for(3, ?, ?)",
                            begins,
                            begins.plusSeconds(7200)))
                    .as("nobody asks for a client that is not theirs")
                    .isEmpty();
        }
    }

    private static void state(Connection c, int client, Instant at, String presence) throws SQLException {
        run(
                c,
                "insert into agent_event (client_id, person_id, position, at, presence) select ?, person_id,"
                        + " extract(epoch from ?::timestamptz), ?, ? from person where login = 'besa'",
                client,
                at.atOffset(ZoneOffset.UTC),
                at.atOffset(ZoneOffset.UTC),
                presence);
    }

    private static void present(Connection c, Instant at, String presence, UUID contact) throws SQLException {
        run(
                c,
                "insert into agent_event (client_id, person_id, position, at, presence, contact_id)"
                        + " select case when ?::uuid is null then 0 else 1 end, person_id, extract(epoch from ?::timestamptz),"
                        + " ?, ?, ? from person where login = 'arben'",
                contact,
                at.atOffset(ZoneOffset.UTC),
                at.atOffset(ZoneOffset.UTC),
                presence,
                contact);
    }

    private static void run(Connection c, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
