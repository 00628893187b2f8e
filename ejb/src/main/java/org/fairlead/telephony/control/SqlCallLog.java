package org.fairlead.telephony.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.telephony.CallLog;

/** One statement for all lines of a batch: this is the hot path. */
@ApplicationScoped
public class SqlCallLog implements CallLog {

    private static final String APPEND =
            """
            insert into call_event (client_id, gateway, call_id, sequence, at, kind, body)
            select * from unnest(?::int[], ?::text[], ?::uuid[], ?::int[], ?::timestamptz[], ?::text[], ?::text[])
            on conflict do nothing
            """;

    @Override
    public void append(Connection db, List<Line> lines) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        int n = lines.size();
        Integer[] clients = new Integer[n];
        String[] gateways = new String[n];
        UUID[] calls = new UUID[n];
        Integer[] sequences = new Integer[n];
        String[] at = new String[n];
        String[] kinds = new String[n];
        String[] bodies = new String[n];
        for (int i = 0; i < n; i++) {
            Line line = lines.get(i);
            GatewayEvent.Head head = line.event().head();
            clients[i] = line.client();
            gateways[i] = head.gateway();
            calls[i] = head.call();
            sequences[i] = head.sequence();
            at[i] = head.at().toString();
            kinds[i] = line.event().getClass().getSimpleName();
            bodies[i] = line.body();
        }
        try (PreparedStatement statement = db.prepareStatement(APPEND)) {
            statement.setArray(1, db.createArrayOf("int4", clients));
            statement.setArray(2, db.createArrayOf("text", gateways));
            statement.setArray(3, db.createArrayOf("uuid", calls));
            statement.setArray(4, db.createArrayOf("int4", sequences));
            statement.setArray(5, db.createArrayOf("text", at));
            statement.setArray(6, db.createArrayOf("text", kinds));
            statement.setArray(7, db.createArrayOf("text", bodies));
            statement.executeUpdate();
        }
    }
}
