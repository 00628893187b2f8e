package org.fairlead.contact.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.contact.Contacts.TalkLine;
import org.fairlead.contact.VoiceQuality.Measured;
import org.fairlead.shared.Sql;

/** The rows of how talks sounded. */
public final class VoiceRows {

    private static final String OF_MINE =
            """
            select c.client_id from contact c where c.contact_id = ? and exists (
              select 1 from contact_event e
              where e.client_id = c.client_id and e.contact_id = c.contact_id and e.agent_id = ?)
            """;

    /** An agent comes back to a contact a few times; more is not a browser of ours. */
    private static final String KEEP =
            """
            insert into contact_voice (client_id, contact_id, person_id, began_at, seconds, codec,
              packets_received, packets_lost, jitter_ms, round_trip_ms)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::integer
            where (select count(*) from contact_voice
                   where client_id = ? and contact_id = ? and person_id = ?) < 20
            on conflict do nothing
            """;

    private static final String TALKS =
            """
            select p.name, v.began_at, v.seconds, v.codec, v.packets_received, v.packets_lost, v.jitter_ms, v.round_trip_ms
            from contact_voice v join person p on p.person_id = v.person_id
            where v.client_id = any (scope_clients()) and v.contact_id = ? order by v.began_at, p.name
            """;

    private VoiceRows() {}

    /** In the present scope. */
    public static List<TalkLine> of(Connection connection, UUID contact) {
        return Sql.list(connection, VoiceRows::talk, TALKS, contact);
    }

    private static TalkLine talk(ResultSet row) throws SQLException {
        long lost = row.getLong("packets_lost");
        return new TalkLine(
                row.getString("name"),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                row.getInt("seconds"),
                row.getString("codec"),
                lost + row.getLong("packets_received"),
                lost,
                row.getInt("jitter_ms"),
                row.getObject("round_trip_ms", Integer.class));
    }

    /** Whose contact it is, if this person ever had it. */
    public static Optional<Integer> clientOf(Connection connection, UUID contact, UUID person) {
        return Sql.one(connection, row -> row.getInt(1), OF_MINE, contact, person);
    }

    /** @return false when there are too many already */
    public static boolean keep(
            Connection connection, int client, UUID contact, UUID person, Instant until, Measured measured) {
        return Sql.update(
                        connection,
                        KEEP,
                        client,
                        contact,
                        person,
                        OffsetDateTime.ofInstant(until.minusSeconds(measured.seconds()), ZoneOffset.UTC),
                        measured.seconds(),
                        measured.codec(),
                        measured.packetsReceived(),
                        measured.packetsLost(),
                        measured.jitterMillis(),
                        measured.roundTripMillis(),
                        client,
                        contact,
                        person)
                == 1;
    }
}
