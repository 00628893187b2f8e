package org.fairlead.routing.control;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fairlead.routing.QueuePolicies.Form;
import org.fairlead.routing.QueuePolicy;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;

/** How queues choose, as rows. The database shows and changes those of the caller's clients only. */
public final class QueuePolicyRows {

    private static final TypeReference<Map<String, Integer>> SKILLS = new TypeReference<>() {};

    private QueuePolicyRows() {}

    public static Form read(Connection c, UUID queue) {
        Form bare = Sql.one(
                        c,
                        QueuePolicyRows::form,
                        "select client_id, queue_id, name, skills, priority, version, routing from queue"
                                + " where queue_id = ?",
                        queue)
                .orElseThrow(() -> new NotFound("queue " + queue));
        Map<UUID, String> others = new HashMap<>();
        Sql.list(
                        c,
                        row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)),
                        "select queue_id, name from queue where client_id = ? and queue_id <> ?",
                        bare.client().value(),
                        queue)
                .forEach(other -> others.put(other.getKey(), other.getValue()));
        return new Form(
                bare.client(),
                bare.queue(),
                bare.name(),
                bare.skills(),
                bare.priority(),
                bare.version(),
                bare.policy(),
                others);
    }

    private static Form form(ResultSet row) throws SQLException {
        return new Form(
                new ClientId(row.getInt("client_id")),
                row.getObject("queue_id", UUID.class),
                row.getString("name"),
                Json.read(row.getString("skills"), SKILLS),
                row.getInt("priority"),
                row.getInt("version"),
                Json.read(row.getString("routing"), QueuePolicy.class),
                Map.of());
    }

    /** @return whether it was still as it had been read */
    public static boolean write(Connection c, UUID queue, int version, QueuePolicy policy) {
        int rows = Sql.update(
                c,
                "update queue set routing = ?::jsonb, version = version + 1 where queue_id = ? and version = ?",
                Json.write(policy),
                queue,
                version);
        return rows == 1;
    }
}
