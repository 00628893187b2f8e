package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Json;
import org.fairlead.shared.Sql;

/** What happened to a debt, for people. */
final class DebtTimeline {

    private DebtTimeline() {}

    static void note(
            Connection c, ClientId client, UUID debt, Instant at, String who, String kind, Map<String, String> detail) {
        Sql.update(
                c,
                "insert into debt_event (client_id, event_id, debt_id, at, who, kind, detail)"
                        + " values (?, ?, ?, ?, ?, ?, ?::jsonb)",
                client,
                Ids.next(),
                debt,
                at,
                who,
                kind,
                Json.write(detail));
    }

    /** What is found again each night is told the first time. */
    static void once(Connection c, ClientId client, UUID debt, Instant at, String who, String kind) {
        Sql.update(
                c,
                """
                insert into debt_event (client_id, event_id, debt_id, at, who, kind) select ?, ?, ?, ?, ?, ?
                where not exists (select 1 from debt_event where client_id = ? and debt_id = ? and kind = ?)
                """,
                client,
                Ids.next(),
                debt,
                at,
                who,
                kind,
                client,
                debt,
                kind);
    }
}
