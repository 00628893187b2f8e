package org.fairlead.contact.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.contact.ContactRow;
import org.fairlead.contact.ContactStore;
import org.fairlead.contact.JournalEntry;
import org.fairlead.contact.VoicemailAsked;
import org.fairlead.contact.VoicemailPart;
import org.jspecify.annotations.Nullable;

/** Contacts and their journal in PostgreSQL: one statement for many rows. */
@ApplicationScoped
public class SqlContactStore implements ContactStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String UPSERT =
            """
            insert into contact (client_id, contact_id, program_id, queue_id, campaign_id, lead_id, attempt_id, customer_id,
              direction, state, language, dialled, remote, label, gateway, call_id, last_sequence, priority, agent_id,
              reservation, held, recording, offered_at, queued_at, reserved_at, connected_at, ended_at, closed_at, outcome,
              disposition, note, handling, last_position)
            values (?,?,?,?,?,?,?,?, ?,?,?,?,?,?,?,?,?,?,?, ?,?,?,?,?,?,?,?,?,?, ?,?,?::jsonb,?)
            on conflict (client_id, contact_id) do update set
              program_id = excluded.program_id, queue_id = excluded.queue_id, state = excluded.state,
              last_sequence = excluded.last_sequence, priority = excluded.priority, agent_id = excluded.agent_id,
              reservation = excluded.reservation, held = excluded.held, recording = excluded.recording,
              queued_at = excluded.queued_at, reserved_at = excluded.reserved_at, connected_at = excluded.connected_at,
              ended_at = excluded.ended_at, closed_at = excluded.closed_at, outcome = excluded.outcome,
              disposition = excluded.disposition, note = excluded.note, handling = excluded.handling,
              last_position = greatest(contact.last_position, excluded.last_position)
            where contact.closed_at is null
            """;

    private static final String APPEND =
            """
            insert into contact_event
              (client_id, contact_id, position, at, kind, program_id, queue_id, campaign_id, agent_id, detail)
            select * from unnest(?::int[], ?::uuid[], ?::int[], ?::timestamptz[], ?::text[], ?::uuid[], ?::uuid[],
              ?::uuid[], ?::uuid[], ?::jsonb[])
            on conflict do nothing
            """;

    @Override
    public void write(Connection db, Collection<ContactRow> contacts, List<JournalEntry> journal) throws SQLException {
        if (!contacts.isEmpty()) {
            upsert(db, contacts, lastPositions(journal));
        }
        if (!journal.isEmpty()) {
            append(db, journal);
        }
    }

    /** Where the journal of each contact ends with these lines. */
    private static Map<UUID, Integer> lastPositions(List<JournalEntry> journal) {
        Map<UUID, Integer> last = new HashMap<>();
        journal.forEach(line -> last.merge(line.contactId(), line.position(), Math::max));
        return last;
    }

    private static void upsert(Connection db, Collection<ContactRow> contacts, Map<UUID, Integer> last)
            throws SQLException {
        try (PreparedStatement statement = db.prepareStatement(UPSERT)) {
            for (ContactRow row : contacts) {
                bind(statement, row, last.getOrDefault(row.id(), 0));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, ContactRow row, int lastPosition) throws SQLException {
        Object[] values = {
            row.client(),
            row.id(),
            row.programId(),
            row.queueId(),
            row.campaignId(),
            row.leadId(),
            row.attemptId(),
            row.customerId(),
            row.direction(),
            row.state(),
            row.language(),
            row.dialled(),
            row.remote(),
            row.label(),
            row.gateway(),
            row.id(),
            row.lastSequence(),
            row.priority(),
            row.agentId(),
            row.reservation(),
            row.held(),
            row.recording(),
            time(row.offeredAt()),
            time(row.queuedAt()),
            time(row.reservedAt()),
            time(row.connectedAt()),
            time(row.endedAt()),
            time(row.closedAt()),
            row.outcome() == null ? null : row.outcome().name(),
            row.disposition(),
            row.note(),
            row.handling(),
            lastPosition
        };
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                statement.setNull(i + 1, Types.NULL);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }

    private static void append(Connection db, List<JournalEntry> journal) throws SQLException {
        int n = journal.size();
        Integer[] clients = new Integer[n];
        UUID[] contacts = new UUID[n];
        Integer[] positions = new Integer[n];
        String[] at = new String[n];
        String[] kinds = new String[n];
        @Nullable UUID[] programs = new @Nullable UUID[n];
        @Nullable UUID[] queues = new @Nullable UUID[n];
        @Nullable UUID[] campaigns = new @Nullable UUID[n];
        @Nullable UUID[] agents = new @Nullable UUID[n];
        String[] details = new String[n];
        for (int i = 0; i < n; i++) {
            JournalEntry entry = journal.get(i);
            clients[i] = entry.client();
            contacts[i] = entry.contactId();
            positions[i] = entry.position();
            at[i] = entry.at().toString();
            kinds[i] = entry.kind().name();
            programs[i] = entry.programId();
            queues[i] = entry.queueId();
            campaigns[i] = entry.campaignId();
            agents[i] = entry.agentId();
            details[i] = json(entry.detail());
        }
        try (PreparedStatement statement = db.prepareStatement(APPEND)) {
            statement.setArray(1, db.createArrayOf("int4", clients));
            statement.setArray(2, db.createArrayOf("uuid", contacts));
            statement.setArray(3, db.createArrayOf("int4", positions));
            statement.setArray(4, db.createArrayOf("text", at));
            statement.setArray(5, db.createArrayOf("text", kinds));
            statement.setArray(6, db.createArrayOf("uuid", programs));
            statement.setArray(7, db.createArrayOf("uuid", queues));
            statement.setArray(8, db.createArrayOf("uuid", campaigns));
            statement.setArray(9, db.createArrayOf("uuid", agents));
            statement.setArray(10, db.createArrayOf("text", details));
            statement.executeUpdate();
        }
    }

    private static String json(Map<String, Object> detail) {
        try {
            return JSON.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a journal's detail must be writable", e);
        }
    }

    @Override
    public List<Open> open(Connection db) throws SQLException {
        return OpenContacts.read(db);
    }

    @Override
    public Set<UUID> existing(Connection db, Collection<UUID> contactIds) throws SQLException {
        Set<UUID> found = new HashSet<>();
        if (contactIds.isEmpty()) {
            return found;
        }
        Array ids = db.createArrayOf("uuid", contactIds.toArray(new UUID[0]));
        try (PreparedStatement statement = db.prepareStatement(
                "select contact_id from contact where client_id in (select client_id from client) and contact_id = any (?)")) {
            statement.setArray(1, ids);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
        }
        return found;
    }

    @Override
    public void voicemails(Connection db, List<VoicemailAsked> asked, List<VoicemailPart> parts) throws SQLException {
        VoicemailWriting.ask(db, asked);
        VoicemailWriting.add(db, parts);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
