package org.fairlead.routing.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.MalformedMessage;
import org.fairlead.jms.Wire;
import org.fairlead.routing.entity.AgentEventRow;
import org.fairlead.routing.entity.AgentSessionRow;
import org.fairlead.routing.entity.Effects;
import org.fairlead.shared.Ids;
import org.jspecify.annotations.Nullable;

/** The engine's own tables: who owns it, what it commanded, agents' sessions and presence. */
final class EngineStore {

    private static final int MOST_UNSENT = 20_000;

    /** Who owns the engine since when, and up to where its commands are known to be sent. */
    record Ownership(long epoch, long sentPosition) {}

    /** Raises the epoch: whoever owned the engine before can write no more. */
    Ownership claim(Connection db, String owner) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement(
                "update engine_state set epoch = epoch + 1, owner = ? returning epoch, sent_position")) {
            statement.setString(1, owner);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Ownership(row.getLong(1), row.getLong(2));
            }
        }
    }

    /** Proves in this very transaction that we own the engine still, and notes what has been sent. */
    void hold(Connection db, long epoch, long sentPosition) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement(
                "update engine_state set sent_position = greatest(sent_position, ?) where epoch = ?")) {
            statement.setLong(1, sentPosition);
            statement.setLong(2, epoch);
            if (statement.executeUpdate() == 0) {
                throw new Fenced(epoch);
            }
        }
    }

    void commands(Connection db, List<Effects.Ordered> commands, Instant now) throws SQLException {
        if (commands.isEmpty()) {
            return;
        }
        int n = commands.size();
        Integer[] clients = new Integer[n];
        Long[] positions = new Long[n];
        UUID[] ids = new UUID[n];
        String[] gateways = new String[n];
        String[] bodies = new String[n];
        for (int i = 0; i < n; i++) {
            Effects.Ordered ordered = commands.get(i);
            GatewayCommand.Head head = ordered.command().head();
            clients[i] = ordered.client();
            positions[i] = ordered.position();
            ids[i] = head.id();
            gateways[i] = head.gateway();
            bodies[i] = Wire.write(ordered.command());
        }
        String insert =
                """
                insert into engine_command (client_id, position, command_id, gateway, body, at)
                select *, ?::timestamptz from unnest(?::int[], ?::bigint[], ?::uuid[], ?::text[], ?::text[])
                on conflict do nothing
                """;
        try (PreparedStatement statement = db.prepareStatement(insert)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setArray(2, db.createArrayOf("int4", clients));
            statement.setArray(3, db.createArrayOf("int8", positions));
            statement.setArray(4, db.createArrayOf("uuid", ids));
            statement.setArray(5, db.createArrayOf("text", gateways));
            statement.setArray(6, db.createArrayOf("text", bodies));
            statement.executeUpdate();
        }
    }

    /** Commands that were stored and, as far as is known, not sent; in order. */
    List<Effects.Ordered> unsent(Connection db, long sentPosition) throws SQLException, MalformedMessage {
        String select =
                """
                select client_id, position, body from engine_command
                where client_id in (select client_id from client) and position > ? order by position limit ?
                """;
        return commands(db, select, sentPosition, MOST_UNSENT);
    }

    /** Commands up to there that were decided since then; in order. */
    List<Effects.Ordered> lately(Connection db, long upTo, Instant since) throws SQLException, MalformedMessage {
        String select =
                """
                select c.client_id, e.position, e.body from client c cross join lateral (
                  select position, body, at from engine_command
                  where client_id = c.client_id and position <= ? order by position desc limit ?) e
                where e.at > ? order by e.position
                """;
        return commands(db, select, upTo, MOST_UNSENT, since.atOffset(ZoneOffset.UTC));
    }

    private static List<Effects.Ordered> commands(Connection db, String select, Object... parameters)
            throws SQLException, MalformedMessage {
        List<Effects.Ordered> commands = new ArrayList<>();
        try (PreparedStatement statement = db.prepareStatement(select)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    commands.add(
                            new Effects.Ordered(row.getInt(1), row.getLong(2), Wire.readCommand(row.getString(3))));
                }
            }
        }
        return commands;
    }

    void presences(Connection db, List<AgentEventRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String insert =
                """
                insert into agent_event (client_id, person_id, position, at, presence, reason, contact_id)
                values (?,?,?,?,?,?,?) on conflict do nothing
                """;
        try (PreparedStatement statement = db.prepareStatement(insert)) {
            for (AgentEventRow row : rows) {
                statement.setInt(1, row.client());
                statement.setObject(2, row.personId());
                statement.setLong(3, row.position());
                statement.setObject(4, row.at().atOffset(ZoneOffset.UTC));
                statement.setString(5, row.presence());
                statement.setString(6, row.reason());
                id(statement, 7, row.contactId());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    void sessions(Connection db, Collection<AgentSessionRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String upsert =
                """
                insert into agent_session
                  (person_id, session_id, presence, reason, since, position, client_id, contact_id)
                values (?,?,?,?,?,?,?,?)
                on conflict (person_id) do update set session_id = excluded.session_id, presence = excluded.presence,
                  reason = excluded.reason, since = excluded.since, position = excluded.position,
                  client_id = excluded.client_id, contact_id = excluded.contact_id
                """;
        try (PreparedStatement statement = db.prepareStatement(upsert)) {
            for (AgentSessionRow row : rows) {
                statement.setObject(1, row.personId());
                statement.setString(2, row.sessionId());
                statement.setString(3, row.presence());
                statement.setString(4, row.reason());
                statement.setObject(5, row.since().atOffset(ZoneOffset.UTC));
                statement.setLong(6, row.position());
                statement.setInt(7, row.client());
                id(statement, 8, row.contactId());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    List<AgentSessionRow> readSessions(Connection db) throws SQLException {
        List<AgentSessionRow> sessions = new ArrayList<>();
        try (PreparedStatement statement = db.prepareStatement("select * from agent_session");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Timestamp since = row.getTimestamp("since");
                sessions.add(new AgentSessionRow(
                        row.getObject("person_id", UUID.class),
                        row.getString("session_id"),
                        row.getString("presence"),
                        row.getString("reason"),
                        since.toInstant(),
                        row.getLong("position"),
                        row.getInt("client_id"),
                        row.getObject("contact_id", UUID.class)));
            }
        }
        return sessions;
    }

    /** The attempts leave in the transaction that stores their command. */
    void attempts(Connection db, List<Effects.AttemptSent> attempts, long epoch) throws SQLException {
        if (attempts.isEmpty()) {
            return;
        }
        String update =
                """
                update attempt set state = 'SENT', fence = ?, agent_id = coalesce(?::uuid, agent_id)
                where client_id = ? and attempt_id = ? and state = 'WRITTEN'
                """;
        try (PreparedStatement statement = db.prepareStatement(update)) {
            for (Effects.AttemptSent sent : attempts) {
                statement.setLong(1, epoch);
                id(statement, 2, sent.agentId());
                statement.setInt(3, sent.client());
                statement.setObject(4, sent.attemptId());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    void park(Connection db, String source, Instant at, String reason, String body) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement(
                "insert into parked_message (parked_id, source, at, reason, body) values (?,?,?,?,?)")) {
            statement.setObject(1, Ids.next());
            statement.setString(2, source);
            statement.setObject(3, at.atOffset(ZoneOffset.UTC));
            statement.setString(4, reason);
            statement.setString(5, body.replace("\0", "\uFFFD"));
            statement.executeUpdate();
        }
    }

    private static void id(PreparedStatement statement, int index, @Nullable UUID id) throws SQLException {
        if (id == null) {
            statement.setNull(index, Types.OTHER);
        } else {
            statement.setObject(index, id);
        }
    }
}
