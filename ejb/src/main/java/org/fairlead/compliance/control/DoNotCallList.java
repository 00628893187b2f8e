package org.fairlead.compliance.control;

import java.sql.Connection;
import java.time.Instant;
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

/** The do-not-call lists as rows. */
public final class DoNotCallList {

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

    /** @return the number as it is kept; adding it again changes nothing */
    public static String add(Connection c, ClientId client, String written, String source, Instant at) {
        String country = Sql.one(c, row -> row.getString(1), "select country from client where client_id = ?", client)
                .orElseThrow(() -> new NotFound("client " + client));
        String number = PhoneNumbers.parse(written, country, null)
                .map(PhoneNumber::e164)
                .orElseThrow(() -> new Refused("number", written));
        insert(c, client, number, source, at);
        return number;
    }

    static void insert(Connection c, ClientId client, String number, String source, Instant at) {
        Sql.update(
                c,
                "insert into do_not_call (client_id, number, since, source) values (?, ?, ?, ?) on conflict do nothing",
                client,
                number,
                at,
                source);
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
                        row.getString("source")),
                "select number, since, source from do_not_call where client_id = ? and strpos(number, ?) > 0"
                        + " order by since desc, number limit ? offset ?",
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
