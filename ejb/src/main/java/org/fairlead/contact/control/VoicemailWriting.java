package org.fairlead.contact.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.fairlead.contact.VoicemailAsked;
import org.fairlead.contact.VoicemailPart;

/** Stores messages as they come in, piece by piece; a piece that comes again is there already. */
final class VoicemailWriting {

    private static final String ASK =
            """
            insert into voicemail (client_id, contact_id, person_id, asked_at) values (?, ?, ?, ?) on conflict do nothing
            """;

    /** Of a contact of that gateway, whose customer was asked: a gateway speaks of its own calls alone. */
    private static final String ADD =
            """
            insert into voicemail_part (client_id, contact_id, part, audio)
            select v.client_id, v.contact_id, ?, decode(?, 'base64')
            from voicemail v join contact c on c.client_id = v.client_id and c.contact_id = v.contact_id
            where v.client_id in (select client_id from client) and v.contact_id = ? and c.gateway = ?
              and ? between 1 and ? and ? <= 1000
            on conflict do nothing
            """;

    private static final String COUNT =
            """
            update voicemail v set parts = ?, bytes = (
              select coalesce(sum(octet_length(p.audio)), 0) from voicemail_part p
              where p.client_id = v.client_id and p.contact_id = v.contact_id)
            where v.client_id in (select client_id from client) and v.contact_id = ?
            """;

    private VoicemailWriting() {}

    static void ask(Connection db, List<VoicemailAsked> asked) throws SQLException {
        if (asked.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = db.prepareStatement(ASK)) {
            for (VoicemailAsked each : asked) {
                statement.setInt(1, each.client());
                statement.setObject(2, each.contact());
                statement.setObject(3, each.person());
                statement.setObject(4, each.at().atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static void add(Connection db, List<VoicemailPart> parts) throws SQLException {
        for (VoicemailPart part : parts) {
            try (PreparedStatement statement = db.prepareStatement(ADD)) {
                statement.setInt(1, part.part());
                statement.setString(2, part.audio());
                statement.setObject(3, part.contact());
                statement.setString(4, part.gateway());
                statement.setInt(5, part.part());
                statement.setInt(6, part.parts());
                statement.setInt(7, part.parts());
                if (statement.executeUpdate() == 0) {
                    continue;
                }
            }
            try (PreparedStatement statement = db.prepareStatement(COUNT)) {
                statement.setInt(1, part.parts());
                statement.setObject(2, part.contact());
                statement.executeUpdate();
            }
        }
    }
}
