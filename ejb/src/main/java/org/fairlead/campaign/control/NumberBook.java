package org.fairlead.campaign.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fairlead.campaign.entity.LeadNumber;
import org.fairlead.campaign.entity.LeadNumber.Choice;
import org.fairlead.campaign.entity.LeadNumber.Kind;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/** The numbers of leads of which there is more to say than the one number. */
final class NumberBook {

    private static final String OF =
            """
            select lead_id, turn, number, kind, from_hour, until_hour, time_zones, dead from lead_number
            where client_id = ? and lead_id = any (?) order by lead_id, turn
            """;

    private static final String WRITE =
            """
            insert into lead_number (client_id, lead_id, turn, number, kind, from_hour, until_hour, time_zones)
            select ?, x.lead, x.turn, x.number, x.kind, x.from_hour, x.until_hour, string_to_array(x.zones, ',')
            from unnest(?::uuid[], ?::integer[], ?::text[], ?::text[], ?::integer[], ?::integer[], ?::text[])
              as x(lead, turn, number, kind, from_hour, until_hour, zones)
            """;

    private NumberBook() {}

    static Map<UUID, List<LeadNumber>> of(Connection c, ClientId client, List<UUID> leads) {
        Map<UUID, List<LeadNumber>> numbers = new HashMap<>();
        if (!leads.isEmpty()) {
            Sql.list(
                    c,
                    row -> numbers.computeIfAbsent(row.getObject("lead_id", UUID.class), lead -> new ArrayList<>())
                            .add(number(row)),
                    OF,
                    client,
                    leads.toArray(UUID[]::new));
        }
        return numbers;
    }

    private static LeadNumber number(ResultSet row) throws SQLException {
        return new LeadNumber(
                row.getInt("turn"),
                row.getString("number"),
                Kind.valueOf(row.getString("kind")),
                row.getObject("from_hour", Integer.class),
                row.getObject("until_hour", Integer.class),
                AttemptStore.zones(Sql.texts(row, "time_zones")),
                row.getBoolean("dead"));
    }

    /** Replaces what these leads had; a single plain number needs no row. */
    static void write(Connection c, ClientId client, Map<UUID, List<LeadNumber>> numbers) {
        List<Stored> rows = new ArrayList<>();
        numbers.forEach((lead, all) -> all.forEach(one -> rows.add(new Stored(lead, one))));
        if (rows.isEmpty()) {
            return;
        }
        Sql.update(
                c,
                WRITE,
                client,
                rows.stream().map(Stored::lead).toArray(UUID[]::new),
                rows.stream().map(row -> row.number().turn()).toArray(Integer[]::new),
                column(rows, row -> row.number().number()),
                column(rows, row -> row.number().kind().name()),
                rows.stream().map(row -> row.number().fromHour()).toArray(Integer[]::new),
                rows.stream().map(row -> row.number().untilHour()).toArray(Integer[]::new),
                column(
                        rows,
                        row -> row.number().zones().stream().map(ZoneId::getId).collect(Collectors.joining(","))));
    }

    private record Stored(UUID lead, LeadNumber number) {}

    private static String[] column(List<Stored> rows, Function<Stored, String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }

    /**
     * Each candidate under the number that is to be dialled now. Who has none that is any use now waits until one is, and
     * who has none at all any more is done with.
     */
    static List<LeadCandidate> chosen(Connection c, ClientId client, List<LeadCandidate> due, Instant now) {
        Map<UUID, List<LeadNumber>> numbers = of(
                c,
                client,
                due.stream()
                        .filter(lead -> lead.numbers() > 0)
                        .map(LeadCandidate::leadId)
                        .toList());
        if (numbers.isEmpty()) {
            return due;
        }
        List<LeadCandidate> chosen = new ArrayList<>();
        for (LeadCandidate lead : due) {
            List<LeadNumber> own = numbers.get(lead.leadId());
            Choice choice = own == null ? null : LeadNumber.choose(own, lead.turn(), now);
            LeadNumber number = choice == null ? null : choice.number();
            if (choice == null) {
                chosen.add(lead);
            } else if (number != null) {
                chosen.add(lead.at(number));
            } else {
                wait(c, client, lead, choice);
            }
        }
        return chosen;
    }

    private static void wait(Connection c, ClientId client, LeadCandidate lead, Choice choice) {
        Instant later = choice.later();
        Sql.update(
                c,
                "update lead set next_at = coalesce(?::timestamptz, next_at), state = coalesce(?, state)"
                        + " where client_id = ? and lead_id = ?",
                later == null ? null : later.toString(),
                later == null ? "EXHAUSTED" : null,
                client,
                lead.leadId());
    }

    /**
     * A lead whose first number is now one of its others: that one takes the first place, and what stood there goes, so
     * that a lead has each number once.
     */
    static void oneEach(Connection c, ClientId client, Collection<UUID> leads) {
        List<Moved> moved = Sql.list(
                c,
                row -> new Moved(row.getObject("lead_id", UUID.class), row.getInt("turn")),
                """
                select n.lead_id, n.turn from lead_number n
                join lead l on l.client_id = n.client_id and l.lead_id = n.lead_id and l.number = n.number
                where n.client_id = ? and n.lead_id = any (?) and n.turn > 0
                """,
                client,
                leads.toArray(UUID[]::new));
        for (Moved one : moved) {
            Sql.update(
                    c, "delete from lead_number where client_id = ? and lead_id = ? and turn = 0", client, one.lead());
            Sql.update(
                    c,
                    "update lead_number set turn = 0 where client_id = ? and lead_id = ? and turn = ?",
                    client,
                    one.lead(),
                    one.turn());
            Sql.update(
                    c,
                    "update lead_number set turn = turn - 1 where client_id = ? and lead_id = ? and turn > ?",
                    client,
                    one.lead(),
                    one.turn());
            Sql.update(
                    c,
                    "update lead set numbers = numbers - 1, turn = 0 where client_id = ? and lead_id = ?",
                    client,
                    one.lead());
        }
    }

    private record Moved(UUID lead, int turn) {}

    /** No line, or a fax: this lead is never dialled under this number again. @return how many others it has left */
    static int dead(Connection c, ClientId client, UUID lead, String number) {
        Sql.update(
                c,
                "update lead_number set dead = true where client_id = ? and lead_id = ? and number = ?",
                client,
                lead,
                number);
        return Sql.number(
                c, "select count(*) from lead_number where client_id = ? and lead_id = ? and not dead", client, lead);
    }

    /** The next try is to the number that comes so many places after this one. */
    static void turn(Connection c, ClientId client, UUID lead, String tried, int places) {
        Sql.update(
                c,
                """
                update lead set turn = (select (n.turn + ?) % lead.numbers from lead_number n
                  where n.client_id = lead.client_id and n.lead_id = lead.lead_id and n.number = ?)
                where client_id = ? and lead_id = ? and exists (select 1 from lead_number n
                  where n.client_id = lead.client_id and n.lead_id = lead.lead_id and n.number = ?)
                """,
                places,
                tried,
                client,
                lead,
                tried);
    }
}
