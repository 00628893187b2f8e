package org.fairlead.routing.control;

import java.sql.Connection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.routing.Lending.Decided;
import org.fairlead.routing.Lending.Lent;
import org.fairlead.routing.Lending.Place;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;

/** Who is lent where, as rows. The database shows and changes those of the caller's clients only. */
public final class LendingRows {

    private LendingRows() {}

    public static List<Lent> current(Connection c, Instant now) {
        return Sql.list(
                c,
                row -> new Lent(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        Objects.requireNonNull(Sql.instant(row, "until")),
                        row.getBoolean("alone")),
                """
                select l.queue_id, q.name, l.person_id, p.name, l.until, l.alone
                from agent_lent l
                join queue q on q.client_id = l.client_id and q.queue_id = l.queue_id
                join person p on p.person_id = l.person_id
                where l.until > ? order by l.until
                """,
                now.atOffset(ZoneOffset.UTC));
    }

    public static ClientId clientOf(Connection c, UUID queue) {
        return Sql.one(c, row -> new ClientId(row.getInt(1)), "select client_id from queue where queue_id = ?", queue)
                .orElseThrow(() -> new NotFound("queue " + queue));
    }

    public static List<Decided> decisions(Connection c, Instant since) {
        return Sql.list(
                c,
                row -> new Decided(
                        Objects.requireNonNull(Sql.instant(row, "at")),
                        row.getString("queue"),
                        row.getString("person"),
                        row.getString("why")),
                """
                select e.at, q.name as queue, p.name as person, e.detail ->> 'decision' as why
                from contact_event e
                left join queue q on q.client_id = e.client_id and q.queue_id = e.queue_id
                left join person p on p.person_id = e.agent_id
                where e.at > ? and e.kind = 'RESERVED' and e.detail ->> 'decision' is not null
                order by e.at desc limit 20
                """,
                since.atOffset(ZoneOffset.UTC));
    }

    /** Names of the queues that may be seen. */
    public static Map<UUID, String> queues(Connection c) {
        Map<UUID, String> names = new HashMap<>();
        Sql.list(
                        c,
                        row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)),
                        "select queue_id, name from queue")
                .forEach(each -> names.put(each.getKey(), each.getValue()));
        return names;
    }

    /** The queues that may be seen, those of a client side by side. */
    public static List<Place> places(Connection c) {
        return Sql.list(
                c,
                row -> new Place(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
                "select q.queue_id, c.name, q.name from queue q join client c on c.client_id = q.client_id"
                        + " order by c.name, q.name, q.queue_id");
    }

    public static void lend(Connection c, ClientId client, Lent lent, UUID by) {
        Sql.update(
                c,
                """
                insert into agent_lent (client_id, queue_id, person_id, until, lent_by, alone) values (?, ?, ?, ?, ?, ?)
                on conflict (client_id, queue_id, person_id) do update
                set until = excluded.until, lent_by = excluded.lent_by, alone = excluded.alone
                """,
                client.value(),
                lent.queue(),
                lent.person(),
                lent.until().atOffset(ZoneOffset.UTC),
                by,
                lent.alone());
    }

    /** Whether the caller serves all clients whom that person serves. */
    public static boolean servesAllClientsOf(Connection c, UUID person) {
        return Sql.one(c, row -> row.getBoolean(1), "select serves_all_clients_of(?)", person)
                .orElse(false);
    }

    public static int giveBack(Connection c, UUID queue, UUID person) {
        return Sql.update(c, "delete from agent_lent where queue_id = ? and person_id = ?", queue, person);
    }
}
