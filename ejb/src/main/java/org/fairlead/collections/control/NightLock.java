package org.fairlead.collections.control;

import java.sql.Connection;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/** Who works a client's night, across nodes: a lock of the session that ends with it, however its server dies. */
public final class NightLock {

    /** Locks of two numbers are a space of their own beside those of one. */
    private static final int NIGHT = 5101;

    private NightLock() {}

    /** @return false while another session has it */
    public static boolean take(Connection c, ClientId client) {
        return Sql.one(c, row -> row.getBoolean(1), "select pg_try_advisory_lock(?, ?)", NIGHT, client.value())
                .orElseThrow();
    }

    public static void leave(Connection c, ClientId client) {
        Sql.list(c, row -> row.getBoolean(1), "select pg_advisory_unlock(?, ?)", NIGHT, client.value());
    }

    /** Whether any session has it; takes nothing. */
    public static boolean isTaken(Connection c, ClientId client) {
        return Sql.number(
                        c,
                        "select count(*) from pg_locks where locktype = 'advisory' and classid::bigint = ? and objid::bigint = ?"
                                + " and objsubid = 2 and granted"
                                + " and database = (select oid from pg_database where datname = current_database())",
                        NIGHT,
                        client.value())
                > 0;
    }
}
