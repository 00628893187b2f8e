package org.fairlead.routing.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.fairlead.routing.entity.Effects.CallbackAsked;

/** Whom to call back in line, as the engine writes them; one that comes again is there already. */
final class LineCallbackRows {

    private static final String INSERT =
            """
            insert into line_callback (client_id, callback_id, asked_in, queue_id, program_id, customer_id, number, language,
              caller_id, asked_at, chosen_at)
            values (?,?,?,?,?,?::uuid,?,?,?,?,?::timestamptz) on conflict do nothing
            """;

    private LineCallbackRows() {}

    static void write(Connection db, List<CallbackAsked> asked) throws SQLException {
        if (asked.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = db.prepareStatement(INSERT)) {
            for (CallbackAsked each : asked) {
                statement.setInt(1, each.client());
                statement.setObject(2, each.id());
                statement.setObject(3, each.askedIn());
                statement.setObject(4, each.queueId());
                statement.setObject(5, each.programId());
                statement.setString(6, each.customerId() == null ? null : String.valueOf(each.customerId()));
                statement.setString(7, each.number());
                statement.setString(8, each.language());
                statement.setString(9, each.callerId());
                statement.setObject(10, each.at().atOffset(ZoneOffset.UTC));
                statement.setString(11, each.notBefore() == null ? null : String.valueOf(each.notBefore()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
