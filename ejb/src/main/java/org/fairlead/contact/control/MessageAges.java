package org.fairlead.contact.control;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/** Messages whose days are over: each client says how many they are. */
public final class MessageAges {

    private static final String OLD = "v.asked_at < ? - make_interval(days => k.message_days)";

    private MessageAges() {}

    /** Which clients have any. */
    public static List<ClientId> withOld(Connection c, Instant now) {
        return Sql.list(
                c,
                row -> new ClientId(row.getInt(1)),
                "select k.client_id from client k where exists (select 1 from voicemail v where v.client_id = k.client_id and "
                        + OLD + ")",
                now);
    }

    /**
     * Deletes the oldest of them, sound and row; those that somebody else is at are left to them.
     *
     * @return what was deleted here, and by nobody else
     */
    public static List<UUID> delete(Connection c, ClientId client, Instant now, int most) {
        List<UUID> old = Sql.list(
                c,
                row -> row.getObject(1, UUID.class),
                "select v.contact_id from voicemail v join client k on k.client_id = v.client_id where v.client_id = ? and "
                        + OLD + " order by v.asked_at limit ? for update of v skip locked",
                client,
                now,
                most);
        List<UUID> gone = new ArrayList<>();
        for (UUID contact : old) {
            Sql.update(c, "delete from voicemail_part where client_id = ? and contact_id = ?", client, contact);
            if (Sql.update(c, "delete from voicemail where client_id = ? and contact_id = ?", client, contact) == 1) {
                gone.add(contact);
            }
        }
        return gone;
    }
}
