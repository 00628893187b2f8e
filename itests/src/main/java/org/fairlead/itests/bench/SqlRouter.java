package org.fairlead.itests.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.fairlead.launcher.postgres.DatabaseRole;

/**
 * A router in SQL, as dialers and ticket systems have it, that does what an assignment of ours does and leaves as much
 * behind: an agent who is through with a contact gets the one of those for whom the agent is skilled enough who waits
 * longest, and a line of the journal says so and why, in one commit. It is built as well as we know how:
 *
 * <ul>
 *   <li>all of it is one statement, prepared once: one way to the server and back, and one for the commit;
 *   <li>the line has the partial index that gives the next of a skill without sorting, and its pages have room for updates;
 *   <li>an agent's skills with their proficiency are a table of their own, with the key that finds them at once; one head of
 *       the line is looked at for each skill of the agent, as our engine looks at one for each class;
 *   <li>it is measured both ways of taking, and our engine is held against the quicker: with the head of the line of each of
 *       the agent's skills locked while it is chosen, which no other worker can take meanwhile, and chosen without a lock,
 *       where one who was too slow asks again ({@link Way});
 *   <li>the agent's row is locked, since two workers must not give one agent two contacts; our engine has no such lock,
 *       because it is the only one who decides;
 *   <li>the journal's line is the product's, in the product's table; the check for lines that are there already is left
 *       out, since what is locked cannot be assigned again.
 * </ul>
 *
 * <p>It commits each assignment by itself, as such a router does: an agent's request is a transaction, and there is nobody
 * who would gather those of others. With several workers the server gathers their commits.
 */
final class SqlRouter implements AutoCloseable {

    private static final int CLIENT = 2;
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final String MAKE =
            """
            create table bench_line (
              contact uuid primary key, queue uuid not null, skill integer not null, least integer not null,
              priority integer not null, since timestamptz not null, agent uuid) with (fillfactor = 60);
            create index bench_line_next on bench_line (skill, priority, since) where agent is null;
            create table bench_agent (agent uuid primary key, contact uuid, since timestamptz not null)
              with (fillfactor = 60);
            create table bench_agent_skill (agent uuid, skill integer, proficiency integer not null,
              primary key (agent, skill));
            grant select, update on bench_line, bench_agent to fairlead_engine;
            grant select on bench_agent_skill to fairlead_engine;
            """;

    /** How a contact is taken that others may want as well. */
    enum Way {
        LOCKS_EACH_HEAD("for update skip locked", ""),
        CHOOSES_FIRST("", "and l.agent is null");

        private final String lock;
        private final String still;

        Way(String lock, String still) {
            this.lock = lock;
            this.still = still;
        }

        String statement() {
            return TAKE_NEXT.formatted(lock, still);
        }
    }

    private static final String TAKE_NEXT =
            """
            with free as materialized (
              select agent from bench_agent where agent = ? for update skip locked),
            next as materialized (
              select l.contact, l.queue, l.since from free f
              join bench_agent_skill s on s.agent = f.agent
              cross join lateral (
                select contact, queue, priority, since from bench_line
                where skill = s.skill and least <= s.proficiency and agent is null
                order by priority, since limit 1 %s) l
              order by l.priority, l.since limit 1),
            taken as (
              update bench_line l set agent = f.agent from next n, free f where l.contact = n.contact %s
              returning l.contact, l.queue, l.since, f.agent),
            held as (
              update bench_agent a set contact = t.contact, since = clock_timestamp()
              from taken t where a.agent = t.agent)
            insert into contact_event
              (client_id, contact_id, position, at, kind, program_id, queue_id, agent_id, detail)
            select ?, t.contact, ?, clock_timestamp(), 'RESERVED', ?, t.queue, t.agent,
              jsonb_build_object('reservation', 1, 'decision',
                'LONGEST_WAIT waited=' || (extract(epoch from clock_timestamp() - t.since) * 1000)::bigint)
            from taken t
            """;

    private final RoutingTables tables;
    private final int agents;
    private int all;

    SqlRouter(RoutingTables tables, int agents, int queues) throws SQLException {
        this.tables = tables;
        this.agents = agents;
        try (Connection owner = tables.connect(DatabaseRole.OWNER);
                Statement statement = owner.createStatement()) {
            statement.execute(MAKE);
            people(owner, queues);
            statement.execute("analyze bench_agent");
            statement.execute("analyze bench_agent_skill");
        }
    }

    /** The same skills as the agents of our engine have. */
    private void people(Connection owner, int queues) throws SQLException {
        String agent = "insert into bench_agent (agent, since) values (?, clock_timestamp())";
        String skill = "insert into bench_agent_skill (agent, skill, proficiency) values (?, ?, ?)";
        try (PreparedStatement person = owner.prepareStatement(agent);
                PreparedStatement skilled = owner.prepareStatement(skill)) {
            for (int i = 0; i < agents; i++) {
                person.setObject(1, agent(i));
                person.addBatch();
                for (int each = 0; each < 2; each++) {
                    skilled.setObject(1, agent(i));
                    skilled.setInt(2, (i + each) % queues);
                    skilled.setInt(3, 3 - each);
                    skilled.addBatch();
                }
            }
            person.executeBatch();
            skilled.executeBatch();
        }
    }

    private static UUID agent(int number) {
        return new UUID(2, number);
    }

    /** So many more wait, the same number for each skill. */
    void line(int many, int queues) throws SQLException {
        try (Connection owner = tables.connect(DatabaseRole.OWNER);
                PreparedStatement insert = owner.prepareStatement(
                        """
                        insert into bench_line (contact, queue, skill, least, priority, since)
                        select gen_random_uuid(), ('00000000-0000-0001-0000-' || lpad(to_hex(n % ?), 12, '0'))::uuid, n % ?,
                          1, 5, clock_timestamp() + n * interval '1 microsecond' from generate_series(1, ?) n
                        """);
                Statement statement = owner.createStatement()) {
            insert.setInt(1, queues);
            insert.setInt(2, queues);
            insert.setInt(3, many);
            insert.executeUpdate();
            statement.execute("vacuum analyze bench_line");
        }
    }

    /** @return assignments a second, by so many workers at once: so many, or as many as there is time for */
    double run(int many, int workers, Way way) throws SQLException {
        AtomicInteger next = new AtomicInteger();
        long until = System.nanoTime() + MOST_NANOS;
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            long begun = System.nanoTime();
            List<Future<Integer>> working = IntStream.range(0, workers)
                    .mapToObj(worker -> pool.submit(() -> work(next, many, until, way)))
                    .toList();
            int done = 0;
            for (Future<Integer> each : working) {
                done += each.get();
            }
            all += done;
            return done / ((System.nanoTime() - begun) / 1e9);
        } catch (ExecutionException e) {
            throw new SQLException("a worker of the router in SQL failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while the router in SQL was measured", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private int work(AtomicInteger next, int many, long until, Way way) throws SQLException {
        try (Connection engine = tables.connect(DatabaseRole.ENGINE);
                PreparedStatement take = engine.prepareStatement(way.statement())) {
            engine.setAutoCommit(false);
            int turn = next.getAndIncrement();
            int done = 0;
            while (turn < many && System.nanoTime() - until < 0) {
                take.setObject(1, agent(turn % agents));
                take.setInt(2, CLIENT);
                take.setInt(3, DurableRouting.POSITION);
                take.setObject(4, DurableRouting.PROGRAM);
                boolean taken = take.executeUpdate() == 1;
                engine.commit();
                if (taken) {
                    done++;
                    turn = next.getAndIncrement();
                } else if (way == Way.LOCKS_EACH_HEAD) {
                    throw new IllegalStateException("the line ran dry, or two workers asked for one agent");
                }
            }
            return done;
        }
    }

    /** Assignments of which there is no line, or more than one. */
    int wrong() throws SQLException {
        RoutingTables.Assigned assigned = tables.assigned(CLIENT);
        return Math.abs(all - assigned.contacts()) + assigned.all() - assigned.contacts();
    }

    @Override
    public void close() throws SQLException {
        try (Connection owner = tables.connect(DatabaseRole.OWNER);
                Statement statement = owner.createStatement()) {
            statement.execute("drop table bench_line, bench_agent, bench_agent_skill");
        }
    }
}
