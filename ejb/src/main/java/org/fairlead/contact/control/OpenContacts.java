package org.fairlead.contact.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.fairlead.contact.ContactRow;
import org.fairlead.contact.ContactStore.Open;
import org.fairlead.contact.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Contacts that are not closed, read at one go: who takes the engine over waits for this, with all customers who wait. So
 * columns are taken by their place.
 */
final class OpenContacts {

    private static final String SELECT =
            """
            select c.client_id, c.contact_id, c.program_id, c.queue_id, c.campaign_id, c.lead_id, c.attempt_id,
              c.customer_id, c.direction, c.state, c.language, c.dialled, c.remote, c.label, c.gateway, c.last_sequence,
              c.priority, c.agent_id, c.reservation, c.held, c.recording, c.offered_at, c.queued_at, c.reserved_at,
              c.connected_at, c.ended_at, c.closed_at, c.outcome, c.disposition, c.note, c.handling::text,
              c.last_position
            from contact c where c.client_id in (select client_id from client) and c.state <> 'ENDED'
            """;

    /** Who came first stands first; sorted here, where all of them are in memory anyway. */
    private static final Comparator<Open> ORDER = Comparator.<Open, Instant>comparing(
                    open -> open.row().offeredAt())
            .thenComparing(open -> open.row().id());

    private final ResultSet row;
    private int column;

    private OpenContacts(ResultSet row) {
        this.row = row;
    }

    static List<Open> read(Connection db) throws SQLException {
        List<Open> open = new ArrayList<>();
        try (PreparedStatement statement = db.prepareStatement(SELECT)) {
            try (ResultSet row = statement.executeQuery()) {
                OpenContacts contacts = new OpenContacts(row);
                while (row.next()) {
                    open.add(contacts.next());
                }
            }
        }
        open.sort(ORDER);
        return open;
    }

    /** Takes the columns of the present row in their order. */
    private Open next() throws SQLException {
        column = 0;
        var contact = new ContactRow(
                number(),
                id(),
                id(),
                id(),
                id(),
                id(),
                id(),
                id(),
                text(),
                text(),
                text(),
                text(),
                text(),
                text(),
                text(),
                number(),
                number(),
                id(),
                number(),
                row.getBoolean(++column),
                text(),
                row.getObject(++column, OffsetDateTime.class).toInstant(),
                instant(),
                instant(),
                instant(),
                instant(),
                instant(),
                outcome(),
                text(),
                text(),
                text());
        return new Open(contact, number());
    }

    private int number() throws SQLException {
        return row.getInt(++column);
    }

    private UUID id() throws SQLException {
        return row.getObject(++column, UUID.class);
    }

    private String text() throws SQLException {
        return row.getString(++column);
    }

    private @Nullable Instant instant() throws SQLException {
        OffsetDateTime at = row.getObject(++column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private @Nullable Outcome outcome() throws SQLException {
        String name = row.getString(++column);
        return name == null ? null : Outcome.valueOf(name);
    }
}
