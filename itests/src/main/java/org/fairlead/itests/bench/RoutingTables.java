package org.fairlead.itests.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.fairlead.contact.ContactStore;
import org.fairlead.contact.JournalEntry;
import org.fairlead.contact.control.SqlContactStore;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.routing.control.EngineUpkeep;

/**
 * A database that writes to disk as the real one does: the product's own journal, into which an assignment is one line by
 * the product's own statement, and beside it a line of waiting contacts with the index that a router in SQL wants.
 */
final class RoutingTables implements AutoCloseable {

    private static final String MAKE =
            """
            create table bench_line (
              contact uuid primary key, skill integer not null, priority integer not null, since bigint not null,
              agent uuid, at timestamptz) with (fillfactor = 60);
            create index bench_line_next on bench_line (skill, priority, since) where agent is null;
            grant select, update on bench_line to fairlead_engine;
            """;

    private static final String TAKE_NEXT =
            """
            update bench_line set agent = ?, at = clock_timestamp() where contact = (
              select contact from bench_line where skill = ? and agent is null
              order by priority, since limit 1 for update skip locked)
            """;

    private static final String ASSIGNED =
            "select count(*), count(distinct contact_id) from contact_event where client_id = ? and kind = 'RESERVED'";

    private final ThrowawayPostgres database = ThrowawayPostgres.asShipped();
    private final ContactStore journal = new SqlContactStore();
    private final Connection engine;
    private final PreparedStatement takeNext;

    /** @param all lines of the journal, and the contacts that have one */
    record Assigned(int all, int contacts) {}

    RoutingTables() throws SQLException {
        try (Connection owner = database.connect(DatabaseRole.OWNER);
                Statement statement = owner.createStatement()) {
            statement.execute(MAKE);
        }
        engine = database.connect(DatabaseRole.ENGINE);
        EngineUpkeep.makeMonths(engine, Clock.systemUTC().instant());
        engine.setAutoCommit(false);
        takeNext = engine.prepareStatement(TAKE_NEXT);
    }

    /** Contacts in the line of the router in SQL. */
    void line(int many, int skills) throws SQLException {
        try (Connection owner = database.connect(DatabaseRole.OWNER);
                PreparedStatement insert =
                        owner.prepareStatement("insert into bench_line (contact, skill, priority, since)"
                                + " select gen_random_uuid(), n % ?, n % 10, n from generate_series(1, ?) n");
                Statement analyze = owner.createStatement()) {
            insert.setInt(1, skills);
            insert.setInt(2, many);
            insert.executeUpdate();
            analyze.execute("analyze bench_line");
        }
    }

    /** All of them in one commit. */
    void commit(List<JournalEntry> assignments) throws SQLException {
        journal.write(engine, List.of(), assignments);
        engine.commit();
    }

    /** The next in line for that agent, in a commit of its own. */
    boolean takeNext(UUID agent, int skill) throws SQLException {
        takeNext.setObject(1, agent);
        takeNext.setInt(2, skill);
        boolean taken = takeNext.executeUpdate() == 1;
        engine.commit();
        return taken;
    }

    Assigned assigned(int client) throws SQLException {
        try (PreparedStatement count = engine.prepareStatement(ASSIGNED)) {
            count.setInt(1, client);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return new Assigned(row.getInt(1), row.getInt(2));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        engine.close();
        database.close();
    }
}
