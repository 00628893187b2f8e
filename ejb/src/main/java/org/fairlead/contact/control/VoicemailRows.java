package org.fairlead.contact.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.contact.Voicemails.Message;
import org.fairlead.customer.MaskedNumber;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/** Messages in the present scope, as far as somebody may hear them. */
public final class VoicemailRows {

    /** Whose the message is, or nobody's in particular; those who lead hear all. */
    private static final String HEARD = " and (? or v.person_id is null or v.person_id = ?) ";

    private static final String MESSAGES =
            """
            select v.contact_id, l.name as client, q.name as queue, v.asked_at, c.remote,
              number_shown(v.client_id, ?) as shown, u.name as customer, w.name as whose,
              ((v.bytes + 7999) / 8000)::int as seconds,
              v.parts is not null and v.parts = (
                select count(*) from voicemail_part p
                where p.client_id = v.client_id and p.contact_id = v.contact_id) as complete,
              v.done_at, d.name as done_by, v.note
            from voicemail v
            join contact c on c.client_id = v.client_id and c.contact_id = v.contact_id
            join client l on l.client_id = v.client_id
            left join queue q on q.client_id = c.client_id and q.queue_id = c.queue_id
            left join customer u on u.client_id = c.client_id and u.customer_id = c.customer_id
            left join person w on w.person_id = v.person_id
            left join person d on d.person_id = v.done_by
            where v.client_id = any (scope_clients())
            """;

    private VoicemailRows() {}

    /**
     * Who listens.
     *
     * @param leads whether all messages of the clients in scope are heard
     */
    public record Ear(UUID person, int site, boolean leads) {}

    public static List<Message> messages(Connection c, Ear ear, boolean done, int most) {
        String which = done ? "and v.done_at is not null" : "and v.done_at is null";
        String order = done ? " order by v.done_at desc limit ?" : " order by v.asked_at limit ?";
        return Sql.list(
                c,
                VoicemailRows::message,
                MESSAGES + which + HEARD + order,
                ear.site(),
                ear.leads(),
                ear.person(),
                most);
    }

    public static int open(Connection c, Ear ear) {
        return Sql.number(
                c,
                "select count(*) from voicemail v where v.client_id = any (scope_clients()) and v.done_at is null"
                        + HEARD,
                ear.leads(),
                ear.person());
    }

    public static Optional<ClientId> clientOf(Connection c, Ear ear, UUID contact) {
        return Sql.one(
                c,
                row -> new ClientId(row.getInt(1)),
                "select v.client_id from voicemail v where v.client_id = any (scope_clients()) and v.contact_id = ?"
                        + HEARD,
                contact,
                ear.leads(),
                ear.person());
    }

    /** What was said, as far as it is there. */
    public static byte[] audio(Connection c, ClientId client, UUID contact) {
        return Sql.one(
                        c,
                        row -> Objects.requireNonNullElse(row.getBytes(1), new byte[0]),
                        "select string_agg(audio, ''::bytea order by part) from voicemail_part where client_id = ? and contact_id = ?",
                        client,
                        contact)
                .orElse(new byte[0]);
    }

    /** @return false when somebody was first */
    public static boolean done(Connection c, ClientId client, UUID contact, UUID person, Instant at, String note) {
        return Sql.update(
                        c,
                        """
                        update voicemail set done_at = ?, done_by = ?, note = ?
                        where client_id = ? and contact_id = ? and done_at is null
                        """,
                        at,
                        person,
                        note,
                        client,
                        contact)
                == 1;
    }

    private static Message message(ResultSet row) throws SQLException {
        String remote = row.getString("remote");
        return new Message(
                row.getObject("contact_id", UUID.class),
                row.getString("client"),
                row.getString("queue"),
                Objects.requireNonNull(Sql.instant(row, "asked_at")),
                remote == null ? "" : MaskedNumber.of(remote, row.getString("shown")),
                row.getString("customer"),
                row.getString("whose"),
                row.getInt("seconds"),
                row.getBoolean("complete"),
                Sql.instant(row, "done_at"),
                row.getString("done_by"),
                row.getString("note"));
    }
}
