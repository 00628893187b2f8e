package org.fairlead.itests.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.fairlead.itests.stack.Stack;

/** The committed rows of the probe's calls, read on a connection of its own. */
final class ProbeRows implements AutoCloseable {

    private static final String MINE =
            " from call_event where client_id = 0 and gateway = 'probe' and call_id = any (?) and at >= ?";

    private static final String OUT_OF_ORDER = "select count(*) from (select sequence, lag(sequence) over"
            + " (partition by call_id order by received_at, sequence) as before" + MINE + ") x where before > sequence";

    private final Connection engine;
    private final Set<UUID> calls;
    private final Instant from;

    ProbeRows(Stack stack, Set<UUID> calls, Instant from) throws SQLException, IOException {
        this.engine = stack.engine();
        this.calls = calls;
        this.from = from;
    }

    int committed() throws SQLException {
        return number("select count(*)" + MINE);
    }

    /** Whether that event of that call is there. */
    boolean has(UUID call, int sequence) throws SQLException {
        try (PreparedStatement select = engine.prepareStatement("select 1 from call_event where client_id = 0"
                + " and gateway = 'probe' and call_id = ? and sequence = ? and at >= ?")) {
            select.setObject(1, call);
            select.setInt(2, sequence);
            select.setObject(3, OffsetDateTime.ofInstant(from, ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** The same event stored twice. */
    int doubled() throws SQLException {
        return number("select count(*) - count(distinct (call_id, sequence))" + MINE);
    }

    int outOfOrder() throws SQLException {
        return number(OUT_OF_ORDER);
    }

    /** When the last of them was written. */
    Instant lastReceived() throws SQLException {
        try (PreparedStatement select = prepared("select max(received_at)" + MINE);
                ResultSet row = select.executeQuery()) {
            row.next();
            OffsetDateTime last = row.getObject(1, OffsetDateTime.class);
            return last == null ? Instant.MAX : last.toInstant();
        }
    }

    private int number(String query) throws SQLException {
        try (PreparedStatement select = prepared(query);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private PreparedStatement prepared(String query) throws SQLException {
        PreparedStatement select = engine.prepareStatement(query);
        select.setArray(1, engine.createArrayOf("uuid", calls.toArray()));
        select.setObject(2, OffsetDateTime.ofInstant(from, ZoneOffset.UTC));
        return select;
    }

    @Override
    public void close() throws SQLException {
        engine.close();
    }
}
