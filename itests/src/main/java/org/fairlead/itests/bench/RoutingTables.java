package org.fairlead.itests.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.itests.stack.Stack;

/**
 * Contacts that wait, as rows beside ours in the same database and with its durability: one table in which assignments are
 * written, and one with the index that a router in SQL wants.
 */
final class RoutingTables implements AutoCloseable {

    private static final String MAKE =
            """
            drop table if exists bench_routed, bench_line;
            create table bench_routed (
              contact uuid primary key, agent uuid, why text, at timestamptz) with (fillfactor = 60);
            create table bench_line (
              contact uuid primary key, skill integer not null, priority integer not null, since bigint not null,
              agent uuid, at timestamptz) with (fillfactor = 60);
            create index bench_line_next on bench_line (skill, priority, since) where agent is null;
            """;

    private static final String ASSIGN =
            """
            update bench_routed r set agent = x.agent, why = x.why, at = clock_timestamp()
            from unnest(?::uuid[], ?::uuid[], ?::text[]) as x(contact, agent, why) where r.contact = x.contact
            """;

    private static final String TAKE_NEXT =
            """
            update bench_line set agent = ?, at = clock_timestamp() where contact = (
              select contact from bench_line where skill = ? and agent is null
              order by priority, since limit 1 for update skip locked)
            """;

    private final Connection owner;
    private final PreparedStatement assign;
    private final PreparedStatement takeNext;

    /** An agent for a contact, and the reason. */
    record Assignment(UUID contact, UUID agent, String why) {}

    RoutingTables(Stack stack) throws SQLException, IOException {
        owner = stack.owner();
        try (Statement statement = owner.createStatement()) {
            statement.execute(MAKE);
        }
        owner.setAutoCommit(false);
        assign = owner.prepareStatement(ASSIGN);
        takeNext = owner.prepareStatement(TAKE_NEXT);
    }

    /** Contacts that wait to be assigned. */
    List<UUID> waiting(int many) throws SQLException {
        List<UUID> contacts = new ArrayList<>(many);
        try (PreparedStatement insert = owner.prepareStatement("insert into bench_routed (contact) values (?)")) {
            for (int i = 0; i < many; i++) {
                UUID contact = UUID.randomUUID();
                contacts.add(contact);
                insert.setObject(1, contact);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        settle("bench_routed");
        return contacts;
    }

    /** The same number in the line of the router in SQL. */
    void line(int many, int skills) throws SQLException {
        try (PreparedStatement insert =
                owner.prepareStatement("insert into bench_line (contact, skill, priority, since)"
                        + " select gen_random_uuid(), n % ?, n % 10, n from generate_series(1, ?) n")) {
            insert.setInt(1, skills);
            insert.setInt(2, many);
            insert.executeUpdate();
        }
        settle("bench_line");
    }

    private void settle(String table) throws SQLException {
        owner.commit();
        try (Statement statement = owner.createStatement()) {
            statement.execute("analyze " + table);
        }
        owner.commit();
    }

    /** All of them in one commit. */
    void commit(List<Assignment> assignments) throws SQLException {
        assign.setArray(1, owner.createArrayOf("uuid", column(assignments, Assignment::contact)));
        assign.setArray(2, owner.createArrayOf("uuid", column(assignments, Assignment::agent)));
        assign.setArray(3, owner.createArrayOf("text", column(assignments, Assignment::why)));
        assign.executeUpdate();
        owner.commit();
    }

    /** The next in line for that agent, in a commit of its own. */
    boolean takeNext(UUID agent, int skill) throws SQLException {
        takeNext.setObject(1, agent);
        takeNext.setInt(2, skill);
        boolean taken = takeNext.executeUpdate() == 1;
        owner.commit();
        return taken;
    }

    /** How many have an agent, and how many of these share one row with nobody: the same number when all is well. */
    int assigned() throws SQLException {
        try (Statement statement = owner.createStatement();
                var row = statement.executeQuery("select count(*) from bench_routed where agent is not null")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Object[] column(List<Assignment> assignments, java.util.function.Function<Assignment, Object> part) {
        return assignments.stream().map(part).toArray();
    }

    @Override
    public void close() throws SQLException {
        try (Statement statement = owner.createStatement()) {
            owner.rollback();
            statement.execute("drop table bench_routed, bench_line");
            owner.commit();
        } finally {
            owner.close();
        }
    }
}
