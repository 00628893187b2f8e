package org.fairlead.itests.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.fairlead.contact.ContactStore;
import org.fairlead.contact.JournalEntry;
import org.fairlead.contact.control.SqlContactStore;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.routing.control.EngineUpkeep;

/**
 * A database that writes to disk as the real one does: the product's own journal, into which an assignment is one line by
 * the product's own statement, and beside it what {@link SqlRouter} needs.
 */
final class RoutingTables implements AutoCloseable {

    private static final String ASSIGNED =
            "select count(*), count(distinct contact_id) from contact_event where client_id = ? and kind = 'RESERVED'";

    private final ThrowawayPostgres database = ThrowawayPostgres.asShipped();
    private final ContactStore journal = new SqlContactStore();
    private final Connection engine;

    /** @param all lines of the journal, and the contacts that have one */
    record Assigned(int all, int contacts) {}

    RoutingTables() throws SQLException {
        engine = database.connect(DatabaseRole.ENGINE);
        EngineUpkeep.makeMonths(engine, Clock.systemUTC().instant());
        engine.setAutoCommit(false);
    }

    /** A connection of somebody's own. */
    Connection connect(DatabaseRole role) throws SQLException {
        return database.connect(role);
    }

    /** All of them in one commit. */
    void commit(List<JournalEntry> assignments) throws SQLException {
        journal.write(engine, List.of(), assignments);
        engine.commit();
    }

    Assigned assigned(int client) throws SQLException {
        try (PreparedStatement count = engine.prepareStatement(ASSIGNED)) {
            count.setInt(1, client);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return new Assigned(row.getInt(1), row.getInt(2));
            }
        } finally {
            // an open transaction would keep others' dead rows from being cleaned away
            engine.rollback();
        }
    }

    @Override
    public void close() throws SQLException {
        engine.close();
        database.close();
    }
}
