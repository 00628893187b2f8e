package org.fairlead.agreement.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.agreement.entity.Journey;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Reads journeys from the journal, which is the only source of service levels. Outbound contacts belong to campaigns
 * and are left out.
 */
final class JournalReader {

    /** Each contact's first moment of each kind. */
    private static final String MOMENTS =
            """
            select e.program_id, e.contact_id,
                   min(e.at) filter (where e.kind = 'OFFERED') as offered_at,
                   min(e.at) filter (where e.kind = 'QUEUED') as queued_at,
                   min(e.at) filter (where e.kind = 'CONNECTED') as answered_at,
                   min(e.at) filter (where e.kind = 'ENDED') as ended_at,
                   bool_or(e.kind = 'ENDED' and e.detail ->> 'outcome' in ('REFUSED', 'VOICEMAIL')) as refused,
                   (array_agg(e.queue_id order by e.at) filter (where e.kind = 'QUEUED'))[1] as queue_id
            """;

    private static final String COUNTED =
            " and e.campaign_id is null and e.kind in ('OFFERED', 'QUEUED', 'CONNECTED', 'ENDED')"
                    + " group by e.program_id, e.contact_id";

    private static final String OF_ONE_PROGRAM = MOMENTS
            + " from contact_event e where e.client_id = ? and e.program_id = ? and e.at >= ? and e.at < ?" + COUNTED;

    /** By way of the programmes, so that the index (client, programme, time) is used. */
    private static final String OF_ALL_PROGRAMS = MOMENTS
            + " from program p join contact_event e"
            + " on e.client_id = p.client_id and e.program_id = p.program_id and e.at >= ?" + COUNTED;

    private JournalReader() {}

    /** A journey with the programme that it belongs to. */
    record ProgramJourney(UUID programId, Journey journey) {}

    /** Journeys of the programme with events from then (inclusive) until then (exclusive). */
    static List<Journey> journeys(Connection connection, ClientId client, UUID programId, Instant from, Instant until)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_ONE_PROGRAM)) {
            select.setInt(1, client.value());
            select.setObject(2, programId);
            select.setObject(3, utc(from));
            select.setObject(4, utc(until));
            return read(select).stream().map(ProgramJourney::journey).toList();
        }
    }

    /** What happened since then, in every programme that the connection may see. */
    static List<ProgramJourney> since(Connection connection, Instant from) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_ALL_PROGRAMS)) {
            select.setObject(1, utc(from));
            return read(select);
        }
    }

    private static List<ProgramJourney> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<ProgramJourney> journeys = new ArrayList<>();
            while (row.next()) {
                journeys.add(new ProgramJourney(row.getObject("program_id", UUID.class), journey(row)));
            }
            return journeys;
        }
    }

    private static Journey journey(ResultSet row) throws SQLException {
        return new Journey(
                row.getObject("contact_id", UUID.class),
                instant(row, "offered_at"),
                instant(row, "queued_at"),
                instant(row, "answered_at"),
                instant(row, "ended_at"),
                row.getBoolean("refused"),
                row.getObject("queue_id", UUID.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
