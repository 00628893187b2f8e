package org.fairlead.itests.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.fairlead.itests.stack.Stack;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.Wire;

/**
 * The bound that the event path is held against: the same rows, written by plain JDBC in batches on one connection into
 * a table of the same shape beside ours, in the same database, with the same durability.
 *
 * <p>It is plain JDBC at its best: one prepared statement, {@code reWriteBatchedInserts} on, so that the driver sends a
 * batch as a few statements of many rows. It commits once for each fifty rows, neither more often nor more rarely: a
 * commit for more rows would be another bound than "batches of fifty", one for each row a weaker one.
 */
final class PlainRows implements AutoCloseable {

    static final int BATCH = 50;

    private static final String TABLE =
            """
            drop table if exists bench_call_event;
            create table bench_call_event (
              like call_event including defaults,
              primary key (client_id, gateway, call_id, sequence, at)
            ) partition by range (at);
            create table bench_call_event_all partition of bench_call_event default;
            """;

    private static final String INSERT =
            "insert into bench_call_event (client_id, gateway, call_id, sequence, at, kind, body)"
                    + " values (0, ?, ?, ?, ?, 'Probe', ?)";

    private final Connection owner;

    PlainRows(Stack stack) throws SQLException, IOException {
        owner = stack.owner();
        try (Statement statement = owner.createStatement()) {
            statement.execute(TABLE);
        }
        owner.setAutoCommit(false);
    }

    /** Rows a second. */
    double rate(int rows) throws SQLException {
        UUID call = UUID.randomUUID();
        Instant at = Instant.ofEpochSecond(1_800_000_000L);
        long begun = System.nanoTime();
        try (PreparedStatement insert = owner.prepareStatement(INSERT)) {
            for (int sequence = 1; sequence <= rows; sequence++) {
                GatewayEvent event = new GatewayEvent.Probe(new GatewayEvent.Head("probe", call, sequence, at), -1);
                insert.setString(1, "probe");
                insert.setObject(2, call);
                insert.setInt(3, sequence);
                insert.setObject(4, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
                insert.setString(5, Wire.write(event));
                insert.addBatch();
                if (sequence % BATCH == 0 || sequence == rows) {
                    insert.executeBatch();
                    owner.commit();
                }
            }
        }
        return rows / ((System.nanoTime() - begun) / 1e9);
    }

    @Override
    public void close() throws SQLException {
        try (Statement statement = owner.createStatement()) {
            owner.rollback();
            statement.execute("drop table bench_call_event");
            owner.commit();
        } finally {
            owner.close();
        }
    }
}
