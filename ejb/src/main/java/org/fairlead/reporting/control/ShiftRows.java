package org.fairlead.reporting.control;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.reporting.Shifts.Kind;
import org.fairlead.reporting.Shifts.Span;
import org.fairlead.reporting.entity.PlanKept.Change;
import org.fairlead.reporting.entity.PlanKept.Planned;
import org.fairlead.routing.Presence;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/** Planned spans, and the presence that they are held against, as rows. */
public final class ShiftRows {

    private static final int MOST = 20_000;

    private static final String OF_DAY =
            """
            select x.client_id, x.span_id, x.person_id, p.name, x.kind, x.begins_at, x.ends_at, s.time_zone
            from shift_span x join person p on p.person_id = x.person_id join site s on s.site_id = p.site_id
            where x.client_id = any (scope_clients()) and x.begins_at >= ?::date - interval '1 day'
              and x.begins_at < ?::date + interval '2 days' and (x.begins_at at time zone s.time_zone)::date = ?::date
            order by p.name, x.begins_at limit ?
            """;

    /** How people were at the beginning, and every change since. */
    private static final String CHANGES =
            """
            select p.person_id, e.at, e.presence, e.reason from unnest(?::uuid[]) as p (person_id)
            cross join lateral (
              (select at, position, presence, reason from agent_event a
                where a.person_id = p.person_id and a.at < ?::timestamptz order by a.at desc, a.position desc limit 1)
              union all
              (select at, position, presence, reason from agent_event a
                where a.person_id = p.person_id and a.at >= ?::timestamptz and a.at < ?::timestamptz)) e
            order by p.person_id, e.at, e.position
            """;

    private ShiftRows() {}

    public static List<Span> plan(Connection c, LocalDate day) {
        String date = day.toString();
        return Sql.list(c, ShiftRows::span, OF_DAY, date, date, date, MOST);
    }

    /** Codes of pauses that the caller may know: the house's, and those of the caller's clients. */
    public static Set<String> reasons(Connection c) {
        return Set.copyOf(Sql.list(
                c,
                row -> row.getString(1),
                "select distinct code from pause_reason where client_id = 0 or client_id = any (scope_clients())"));
    }

    private static Span span(ResultSet row) throws SQLException {
        return new Span(
                new ClientId(row.getInt("client_id")),
                row.getObject("span_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                row.getTimestamp("begins_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                ZoneId.of(row.getString("time_zone")));
    }

    /** @param person with the site's zone read before, so that it is one whom the caller sees */
    public static void add(
            Connection c,
            ClientId client,
            UUID person,
            Kind kind,
            LocalDate day,
            LocalTime from,
            LocalTime until,
            ZoneId zone) {
        Instant begins = day.atTime(from).atZone(zone).toInstant();
        LocalDate last = until.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
        Instant ends = last.atTime(until).atZone(zone).toInstant();
        if (!ends.isAfter(begins) || ends.isAfter(begins.plusSeconds(16 * 3600))) {
            throw new Refused("shift.until", until.toString());
        }
        // of two who plan the same person at once, the second sees what the first has planned
        Sql.list(c, row -> true, "select pg_advisory_xact_lock(hashtextextended('shift/' || ?, 0))", person.toString());
        int across = Sql.number(
                c,
                """
                select count(*) from shift_span where client_id = any (scope_clients()) and person_id = ?
                  and begins_at < ?::timestamptz and ends_at > ?::timestamptz
                """,
                person,
                ends,
                begins);
        if (across > 0) {
            throw new Refused("shift.overlap", from.toString());
        }
        Sql.update(
                c,
                "insert into shift_span (client_id, span_id, person_id, kind, begins_at, ends_at) values (?, ?, ?, ?, ?, ?)",
                client,
                Ids.next(),
                person,
                kind.name(),
                begins,
                ends);
    }

    /** @return whether there was one */
    public static boolean remove(Connection c, ClientId client, UUID span) {
        return Sql.update(c, "delete from shift_span where client_id = ? and span_id = ?", client, span) == 1;
    }

    /** Everybody's plan that begins in this time; for the connection that sees all clients. */
    static Map<UUID, List<Planned>> everybody(Connection allClients, Instant from, Instant until) {
        return Sql.list(
                        allClients,
                        row -> Map.entry(
                                row.getObject("person_id", UUID.class),
                                new Planned(
                                        Kind.valueOf(row.getString("kind")),
                                        row.getTimestamp("begins_at").toInstant(),
                                        row.getTimestamp("ends_at").toInstant())),
                        """
                        select person_id, kind, begins_at, ends_at from shift_span
                        where client_id in (select client_id from client) and begins_at >= ?::timestamptz
                          and begins_at < ?::timestamptz
                        order by begins_at
                        """,
                        from,
                        until)
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** What these people did; for the connection that sees all clients, because work for each of them counts. */
    static Map<UUID, List<Change>> changes(Connection allClients, List<UUID> people, Instant from, Instant until) {
        return Sql.list(
                        allClients,
                        row -> Map.entry(
                                row.getObject("person_id", UUID.class),
                                new Change(
                                        row.getTimestamp("at").toInstant(),
                                        Presence.valueOf(row.getString("presence")),
                                        row.getString("reason"))),
                        CHANGES,
                        people.toArray(new UUID[0]),
                        from,
                        from,
                        until)
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }
}
