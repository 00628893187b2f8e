package org.fairlead.routing.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.compliance.Verdict;
import org.fairlead.customer.MaskedNumber;
import org.fairlead.routing.CallersInLine.State;
import org.fairlead.routing.CallersInLine.Told;
import org.fairlead.routing.CallersInLine.Wish;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.Sql;

/** What callers were told, and who is to be called back, in the present scope. */
public final class InLineRows {

    private static final String TOLD =
            """
            with said as (
              select e.client_id, e.queue_id, (e.detail ->> 'told')::int as told, (e.detail ->> 'real')::int as real
              from contact_event e
              where e.client_id = any (scope_clients()) and e.at >= ? and (e.detail ->> 'told') is not null
                and e.kind = 'CONNECTED')
            select s.queue_id, l.name as client, q.name as queue, count(*)::int as callers, avg(told)::int as told,
              avg(real)::int as real, avg(abs(real - told))::int as error,
              (100 * count(*) filter (where real <= told) / count(*))::int as kept
            from said s join queue q on q.client_id = s.client_id and q.queue_id = s.queue_id
            join client l on l.client_id = s.client_id
            group by s.queue_id, l.name, q.name order by l.name, q.name
            """;

    private static final String WISHES =
            """
            select w.callback_id, l.name as client, q.name as queue, w.number, number_shown(w.client_id, ?) as shown,
              w.language, w.asked_at, w.chosen_at, w.verdict, c.state, c.outcome,
              c.state = 'ENDED' and exists (select 1 from contact_event e where e.client_id = w.client_id
                and e.contact_id = w.callback_id and e.kind = 'CALLBACK_CANCELLED') as cancelled
            from line_callback w
            join client l on l.client_id = w.client_id
            join queue q on q.client_id = w.client_id and q.queue_id = w.queue_id
            join contact c on c.client_id = w.client_id and c.contact_id = w.callback_id
            where w.client_id = any (scope_clients()) order by w.asked_at desc limit ?
            """;

    private InLineRows() {}

    public static List<Told> told(Connection c, Instant since) {
        return Sql.list(
                c,
                row -> new Told(
                        row.getObject("queue_id", UUID.class),
                        row.getString("client"),
                        row.getString("queue"),
                        row.getInt("callers"),
                        row.getInt("told"),
                        row.getInt("real"),
                        row.getInt("error"),
                        row.getInt("kept")),
                TOLD,
                since);
    }

    /** @param site where it is read: numbers are masked by site */
    public static List<Wish> wishes(Connection c, int site, int most) {
        return Sql.list(c, InLineRows::wish, WISHES, site, most);
    }

    /** Whose wish it is, or was; empty when it is none of the caller's clients'. */
    public static Optional<ClientId> clientOf(Connection c, UUID contact) {
        return Sql.one(
                c,
                row -> new ClientId(row.getInt(1)),
                "select client_id from line_callback where client_id = any (scope_clients()) and callback_id = ?",
                contact);
    }

    private static Wish wish(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        Verdict said = verdict == null ? null : Json.read(verdict, Verdict.class);
        String outcome = row.getString("outcome");
        return new Wish(
                row.getObject("callback_id", UUID.class),
                row.getString("client"),
                row.getString("queue"),
                MaskedNumber.of(row.getString("number"), MaskedNumber.Shown.valueOf(row.getString("shown"))),
                row.getString("language"),
                row.getTimestamp("asked_at").toInstant(),
                Sql.instant(row, "chosen_at"),
                row.getBoolean("cancelled")
                        ? State.CANCELLED
                        : state(row.getString("state"), said != null && !said.allowed()),
                said,
                outcome);
    }

    private static State state(String contact, boolean denied) {
        return switch (contact) {
            case "QUEUED" -> State.WAITS;
            case "ENDED" -> denied ? State.DENIED : State.DONE;
            default -> State.UNDER_WAY;
        };
    }
}
