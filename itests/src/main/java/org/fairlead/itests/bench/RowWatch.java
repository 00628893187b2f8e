package org.fairlead.itests.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.fairlead.itests.stack.Stack;
import org.jspecify.annotations.Nullable;

/**
 * Notes when each row of one call is seen by another database session, which is the proof that it is committed. It
 * looks every half millisecond, so what it notes is late by that much at most, never early.
 */
final class RowWatch implements AutoCloseable {

    private static final long PAUSE_NANOS = 500_000;
    /** Bounds the look to the partition of that month. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Connection engine;
    private final PreparedStatement newer;
    private final AtomicLongArray seenAtNanos;
    private final Thread thread;
    private volatile boolean watching = true;
    private volatile @Nullable SQLException failure;

    RowWatch(Stack stack, UUID call, int events, Instant from) throws SQLException, IOException {
        engine = stack.engine();
        newer = engine.prepareStatement("select sequence from call_event where client_id = 0 and gateway = 'probe'"
                + " and call_id = ? and sequence > ? and at >= ? and at < ? order by sequence");
        newer.setObject(1, call);
        newer.setObject(3, OffsetDateTime.ofInstant(from, ZoneOffset.UTC));
        newer.setObject(4, OffsetDateTime.ofInstant(from.plus(LONGEST), ZoneOffset.UTC));
        seenAtNanos = new AtomicLongArray(events + 1);
        thread = new Thread(this::watch, "row-watch");
        thread.start();
    }

    /** By {@link System#nanoTime}; 0 for a row that was not seen. */
    long seenAtNanos(int sequence) {
        return seenAtNanos.get(sequence);
    }

    private void watch() {
        int highest = 0;
        try {
            while (watching) {
                newer.setInt(2, highest);
                try (ResultSet row = newer.executeQuery()) {
                    long now = System.nanoTime();
                    while (row.next()) {
                        highest = row.getInt(1);
                        seenAtNanos.set(highest, now);
                    }
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (SQLException e) {
            failure = e;
        }
    }

    @Override
    public void close() throws SQLException {
        watching = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        engine.close();
        if (failure != null) {
            throw failure;
        }
    }
}
