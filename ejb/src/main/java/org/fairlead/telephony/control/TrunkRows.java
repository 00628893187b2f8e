package org.fairlead.telephony.control;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fairlead.shared.Sql;
import org.fairlead.telephony.Sites.AgentVoice;
import org.fairlead.telephony.Sites.Trunk;
import org.fairlead.telephony.Sites.TrunkEdit;

/** The rows of sites' trunks, as people may see them: the password is written and never read. */
public final class TrunkRows {

    private static final String SEEN =
            """
            select host, account, has_password, calls_per_second, channels, opus, keep_legs, wss, version
            from site_trunk where site_id = ?
            """;

    private static final String NUMBERS =
            """
            select d.number from dialled_number d
            where d.client_id = any (scope_clients()) and exists (
              select 1 from contact c where c.client_id = d.client_id and c.direction = 'INBOUND' and c.dialled = d.number and c.gateway = ?
                and c.offered_at >= ?)
            union
            select g.caller_id from campaign g where g.client_id = any (scope_clients()) and g.gateway = ?
            order by 1
            """;

    private TrunkRows() {}

    public static Optional<Trunk> of(Connection c, int site) {
        return Sql.one(
                c,
                row -> new Trunk(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getInt(4),
                        row.getInt(5),
                        new AgentVoice(row.getBoolean(6), row.getBoolean(7), row.getBoolean(8)),
                        row.getInt(9)),
                SEEN,
                site);
    }

    public static List<String> numbers(Connection c, String gateway, Instant since) {
        return Sql.list(c, row -> row.getString(1), NUMBERS, gateway, since, gateway);
    }

    /** A password is for one account with one carrier: it is never told to another. */
    public static boolean isAccountOf(TrunkEdit edit, Trunk trunk) {
        return edit.host().equals(trunk.host()) && edit.account().equals(trunk.account());
    }

    /** @return false when it is no longer as it was read, or the caller may not change it */
    public static boolean save(Connection c, int site, TrunkEdit edit) {
        Optional<Trunk> before = of(c, site);
        Sql.update(c, "insert into site_trunk (site_id) values (?) on conflict (site_id) do nothing", site);
        int rows = Sql.update(
                c,
                """
                update site_trunk set host = ?, account = ?, calls_per_second = ?, channels = ?, opus = ?, keep_legs = ?,
                  wss = ?, version = version + 1
                where site_id = ? and version = ?
                """,
                edit.host(),
                edit.account(),
                edit.callsPerSecond(),
                edit.channels(),
                edit.voice().opus(),
                edit.voice().keepLegs(),
                edit.voice().wss(),
                site,
                edit.version());
        String password = edit.password();
        if (rows == 1 && password == null && before.isPresent() && !isAccountOf(edit, before.get())) {
            password = "";
        }
        if (rows == 1 && password != null) {
            Sql.update(c, "update site_trunk set password = ? where site_id = ?", password, site);
        }
        return rows == 1;
    }
}
