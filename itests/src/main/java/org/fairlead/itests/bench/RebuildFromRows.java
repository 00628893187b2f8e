package org.fairlead.itests.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.fairlead.contact.ContactClosed;
import org.fairlead.contact.control.SqlContactStore;
import org.fairlead.itests.figure.Figure.Goal;
import org.fairlead.itests.figure.Figures;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.routing.DeskChanged;
import org.fairlead.routing.FloorSnapshot;
import org.fairlead.routing.control.Announcer;
import org.fairlead.routing.control.CommandOutlet;
import org.fairlead.routing.control.EngineCycle;
import org.fairlead.routing.control.EngineFigures;
import org.fairlead.routing.entity.Settings;
import org.fairlead.telephony.control.SqlCallLog;

/**
 * What a new owner does first: the engine as it runs in the server takes over a floor from the rows that its predecessor
 * has committed, in a process that has never done so before. Agents are those that were there, none of their desks has
 * come back yet.
 */
final class RebuildFromRows {

    private static final int QUEUES = 1_000;

    private static final String MORE_QUEUES =
            """
            insert into queue select (jsonb_populate_record(q, jsonb_build_object(
                'queue_id', gen_random_uuid(), 'code', q.code || '-' || i, 'name', q.name || ' ' || i))).*
            from queue q, generate_series(2, %d / (select count(*)::int from queue)) i;
            """;

    private static final String AGENTS =
            """
            with crew as materialized (select gen_random_uuid() as id, i from generate_series(1, %d) i),
            people as (insert into person (person_id, login, name, site_id, language)
              select id, 'bench-' || i, 'Bench ' || i, 1 + i %% 3, 'en' from crew),
            served as (insert into person_client (client_id, person_id)
              select distinct c, id from crew, unnest(array[1 + i %% 3, 1 + (i + 1) %% 3]) c),
            learnt as (insert into person_skill (person_id, skill, proficiency)
              select id, skill, 1 + (i + length(skill)) %% 5 from crew,
                (select distinct jsonb_object_keys(skills) as skill from queue) s where (i + length(skill)) %% 4 > 0)
            insert into agent_session (person_id, session_id, presence, since, position, client_id)
              select id, 'bench-' || i, 'AVAILABLE', now() - interval '1 minute', 1, 0 from crew;
            """;

    /** As the engine writes them: on the terms of their queue, each with its place there and the end of its journal. */
    private static final String CONTACTS =
            """
            with line as materialized (select row_number() over () - 1 as n, * from queue),
            waiting as materialized (select gen_random_uuid() as id, i, q.*
              from generate_series(1, %d) i join line q on q.n = i %% (select count(*) from line)),
            come as (insert into contact (client_id, contact_id, program_id, queue_id, direction, state, language, dialled,
                remote, label, gateway, call_id, last_sequence, priority, offered_at, queued_at, last_position, handling)
              select client_id, id, program_id, queue_id, 'INBOUND', 'QUEUED', 'en', '+390280001001',
                '+39065551' || i, 'bench', 'izmir', id, 1, priority, now() - i * interval '1 ms',
                now() - i * interval '1 ms', 2, jsonb_build_object('terms', jsonb_build_object('skills', skills,
                  'reservationSeconds', reservation_seconds, 'wrapUpSeconds', wrap_up_seconds, 'previewSeconds', 0,
                  'ringSeconds', 0, 'callerId', '', 'origin', name, 'detectMachine', false, 'auto', false,
                  'preview', false), 'only', null, 'dialled', false, 'ending', null, 'callbackAt', null,
                  'callbackMine', false, 'consulted', null, 'transfer', null, 'caller', jsonb_build_object('vip', false,
                  'value', 0, 'lastAgent', null), 'place', jsonb_build_object('entered',
                  to_char((now() - i * interval '1 ms') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'site', -1),
                  'forwarded', null)
              from waiting)
            insert into contact_event (client_id, contact_id, position, at, kind, program_id, queue_id)
              select client_id, id, p, now() - i * interval '1 ms', case p when 1 then 'OFFERED' else 'QUEUED' end,
                program_id, queue_id from waiting, generate_series(1, 2) p;
            """;

    private final Figures figures;

    RebuildFromRows(Figures figures) {
        this.figures = figures;
    }

    void run(int waiting, int agents) throws SQLException {
        try (ThrowawayPostgres database = ThrowawayPostgres.seeded()) {
            try (Connection owner = database.connect(DatabaseRole.ENGINE);
                    Statement write = owner.createStatement()) {
                write.execute(MORE_QUEUES.formatted(QUEUES));
                write.execute(AGENTS.formatted(agents));
                write.execute(CONTACTS.formatted(waiting));
            }
            Clock clock = Clock.systemUTC();
            EngineCycle cycle = new EngineCycle(
                    database.dataSource(DatabaseRole.ENGINE),
                    new SqlContactStore(),
                    new SqlCallLog(),
                    new Nowhere(),
                    new Nobody(),
                    EngineFigures.none(),
                    Settings.usual(),
                    clock,
                    "bench");
            long begun = System.nanoTime();
            cycle.begin();
            double seconds = (System.nanoTime() - begun) / 1e9;
            FloorSnapshot floor = cycle.look(engine -> engine.snapshot(clock.instant()));
            figures.add("rebuild_from_rows_time", seconds, "s", Goal.atMost(5));
            figures.add("rebuild_from_rows_lost", waiting - floor.waiting().size(), "contacts", Goal.exactly(0));
            cycle.close();
        }
    }

    /** The gateways are told nothing here. */
    private static final class Nowhere implements CommandOutlet {
        @Override
        public void send(long upTo, List<GatewayCommand> commands, Runnable sent) {
            sent.run();
        }

        @Override
        public long sentPosition() {
            return 0;
        }
    }

    /** No desk listens. */
    private static final class Nobody implements Announcer {
        @Override
        public void desks(Collection<DeskChanged> desks) {}

        @Override
        public void closed(Collection<ContactClosed> contacts) {}
    }
}
