package org.fairlead.compliance.control;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fairlead.compliance.DoNotCall.Entry;
import org.fairlead.compliance.PhoneNumbers;
import org.fairlead.compliance.PhoneNumbers.PhoneNumber;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** The do-not-call lists as rows. */
public final class DoNotCallList {

    /** Of what several wishes say, the latest. */
    private static final int LONGEST_SOURCE = 500;

    private DoNotCallList() {}

    /** Which of these numbers are on the client's list or on the outsourcer's. */
    static Set<String> among(Connection c, ClientId client, Collection<String> numbers) {
        return Set.copyOf(Sql.list(
                c,
                row -> row.getString(1),
                "select distinct number from do_not_call where client_id in (0, ?) and number = any (?)"
                        + " and (expires_at is null or expires_at > clock_timestamp())",
                client,
                numbers.toArray(String[]::new)));
    }

    private record Home(String country, ZoneId zone) {}

    /** @return the number as it is kept */
    public static String add(
            Connection c, ClientId client, String written, String source, @Nullable LocalDate until, Instant at) {
        Home home = Sql.one(
                        c,
                        row -> new Home(row.getString(1), ZoneId.of(row.getString(2))),
                        "select country, time_zone from client where client_id = ?",
                        client)
                .orElseThrow(() -> new NotFound("client " + client));
        String number = PhoneNumbers.parse(written, home.country(), null)
                .map(PhoneNumber::e164)
                .orElseThrow(() -> new Refused("number", written));
        Instant over = until == null
                ? null
                : until.plusDays(1).atStartOfDay(home.zone()).toInstant();
        if (over != null && !over.isAfter(at)) {
            throw new Refused("do-not-call.until");
        }
        insert(c, client, number, source, over, at);
        return number;
    }

    /** For good. */
    static void insert(Connection c, ClientId client, String number, String source, Instant at) {
        insert(c, client, number, source, null, at);
    }

    /**
     * What stands for good stays as it is; what ends, or has ended, gives way to what lasts longer. Who is listed without a
     * break is listed since the first wish, and by both.
     */
    private static void insert(
            Connection c, ClientId client, String number, String source, @Nullable Instant over, Instant at) {
        Sql.update(
                c,
                """
                insert into do_not_call as d (client_id, number, since, source, expires_at) values (?, ?, ?, ?, ?)
                on conflict (client_id, number) do update
                set expires_at = excluded.expires_at,
                    since = case when d.expires_at > excluded.since then d.since else excluded.since end,
                    source = case when d.expires_at > excluded.since and d.source <> excluded.source
                                  then right(d.source || '; ' || excluded.source, ?) else excluded.source end
                where d.expires_at < coalesce(excluded.expires_at, 'infinity')
                """,
                client,
                number,
                at,
                source,
                over,
                LONGEST_SOURCE);
    }

    public static void remove(Connection c, ClientId client, String number) {
        int gone = Sql.update(c, "delete from do_not_call where client_id = ? and number = ?", client, number);
        if (gone == 0) {
            throw new NotFound("do-not-call entry");
        }
    }

    public static List<Entry> entries(Connection c, ClientId client, String containing, int first, int size) {
        return Sql.list(
                c,
                row -> new Entry(
                        client,
                        row.getString("number"),
                        Objects.requireNonNull(Sql.instant(row, "since")),
                        row.getString("source"),
                        row.getObject("until", LocalDate.class)),
                """
                select d.number, d.since, d.source,
                  (d.expires_at at time zone k.time_zone - interval '1 day')::date as until
                from do_not_call d join client k on k.client_id = d.client_id
                where d.client_id = ? and strpos(d.number, ?) > 0
                order by d.since desc, d.number limit ? offset ?
                """,
                client,
                containing,
                size,
                first);
    }

    public static int count(Connection c, ClientId client, String containing) {
        return Sql.number(
                c,
                "select count(*) from do_not_call where client_id = ? and strpos(number, ?) > 0",
                client,
                containing);
    }
}
