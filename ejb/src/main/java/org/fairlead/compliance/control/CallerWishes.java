package org.fairlead.compliance.control;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.compliance.Outreach.Wish;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/**
 * Customers who asked not to be called, in a call that they made or in one for which they had asked in line: the disposition
 * of their contact says so. What is said in a dialler's attempt is heard with the attempt.
 */
final class CallerWishes {

    private static final String WISHES =
            """
            from contact c join disposition d on d.client_id = c.client_id and d.program_id = c.program_id
              and d.code = c.disposition
            where d.category = 'DO_NOT_CALL' and c.attempt_id is null and c.remote ~ '^\\+[0-9]{6,15}$'
            """;

    private CallerWishes() {}

    static Optional<String> list(Connection c, ClientId client, UUID contactId, Instant at) {
        Optional<String> number = Sql.one(
                c,
                row -> row.getString(1),
                "select c.remote " + WISHES + " and c.client_id = ? and c.contact_id = ?",
                client,
                contactId);
        number.ifPresent(caller -> DoNotCallList.insert(c, client, caller, "disposition of contact " + contactId, at));
        return number;
    }

    /** Each that was heard is in the audit trail, also when the number has been taken off the list since. */
    static List<Wish> unheard(Connection allClients, Instant since) {
        return Sql.list(
                allClients,
                row -> new Wish(
                        new ClientId(row.getInt("client_id")),
                        row.getObject("contact_id", UUID.class),
                        Objects.requireNonNull(Sql.instant(row, "closed_at"))),
                "select c.client_id, c.contact_id, c.closed_at " + WISHES
                        + """
                         and c.state = 'ENDED' and c.closed_at > ? and not exists (
                           select 1 from audit_entry a where a.client_id = c.client_id
                             and a.action = 'do-not-call.add' and a.detail ->> 'contact' = c.contact_id::text)
                        """,
                since);
    }
}
