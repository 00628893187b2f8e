package org.fairlead.routing.control;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.fairlead.routing.PauseReasons.Reason;
import org.fairlead.routing.Presence;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.Sql;

/** Reasons for pauses in the present scope, and the outsourcer's. */
public final class PauseRows {

    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};
    private static final int MOST = 500;

    private PauseRows() {}

    public static List<Reason> read(Connection c, boolean activeOnly) {
        return Sql.list(
                c,
                PauseRows::reason,
                """
                select client_id, code, presence, labels, active from pause_reason
                where (client_id = 0 or client_id = any (scope_clients())) and (active or not ?)
                order by presence, client_id, code limit ?
                """,
                activeOnly,
                MOST);
    }

    private static Reason reason(ResultSet row) throws SQLException {
        return new Reason(
                new ClientId(row.getInt("client_id")),
                row.getString("code"),
                Presence.valueOf(row.getString("presence")),
                Json.read(row.getString("labels"), LABELS),
                row.getBoolean("active"));
    }

    public static void write(Connection c, Reason reason) {
        Sql.update(
                c,
                """
                insert into pause_reason (client_id, code, presence, labels, active) values (?, ?, ?, ?::jsonb, ?)
                on conflict (client_id, code) do update set presence = excluded.presence, labels = excluded.labels,
                  active = excluded.active
                """,
                reason.client(),
                reason.code(),
                reason.presence().name(),
                Json.write(reason.labels()),
                reason.active());
    }
}
