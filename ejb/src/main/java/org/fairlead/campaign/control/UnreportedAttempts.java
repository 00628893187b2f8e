package org.fairlead.campaign.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.campaign.AttemptEnd;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/**
 * Attempts whose end was not heard: the server died between two transactions. Their contact tells the truth; without a
 * contact nothing left.
 */
final class UnreportedAttempts {

    /** Long enough for an end that is just being reported. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** After its expiry no engine sends an attempt; a while later none is still at it. */
    private static final Duration AFTER_EXPIRY = Duration.ofMinutes(1);

    private static final Duration LOST = Duration.ofHours(2);

    private static final String FIND =
            """
            select a.client_id, a.attempt_id, a.written_at, a.state, c.contact_id, c.outcome, c.disposition, c.agent_id,
                   c.closed_at, (c.handling ->> 'callbackAt')::timestamptz as callback_at,
                   coalesce((c.handling ->> 'callbackMine')::boolean, false) as callback_mine
            from attempt a left join contact c on c.client_id = a.client_id and c.contact_id = a.attempt_id
            where a.state in ('WRITTEN', 'SENT')
              and ((c.state = 'ENDED' and coalesce(c.closed_at, c.ended_at) < ?)
                or (c.contact_id is null and a.state = 'WRITTEN' and coalesce(a.expires_at, a.written_at) < ?)
                or (c.contact_id is null and a.written_at < ?))
            order by a.written_at limit 1000
            """;

    private UnreportedAttempts() {}

    static List<AttemptEnd> find(Connection allClients, Instant now) {
        return Sql.list(
                allClients, row -> end(row, now), FIND, now.minus(GRACE), now.minus(AFTER_EXPIRY), now.minus(LOST));
    }

    private static AttemptEnd end(ResultSet row, Instant now) throws SQLException {
        Instant closed = Sql.instant(row, "closed_at");
        return new AttemptEnd(
                new ClientId(row.getInt("client_id")),
                row.getObject("attempt_id", UUID.class),
                outcome(row),
                row.getString("disposition"),
                row.getObject("agent_id", UUID.class),
                Sql.instant(row, "callback_at"),
                row.getBoolean("callback_mine"),
                closed == null ? now : closed);
    }

    /** Sent, and no trace of it: it may have rung. Unknown counts, and is not redialled. */
    private static String outcome(ResultSet row) throws SQLException {
        boolean contact = row.getObject("contact_id", UUID.class) != null;
        if (!contact) {
            return row.getString("state").equals("WRITTEN") ? "EXPIRED" : "UNKNOWN";
        }
        String outcome = Objects.requireNonNullElse(row.getString("outcome"), "LOST");
        return outcome.equals("LOST") ? "UNKNOWN" : outcome;
    }
}
