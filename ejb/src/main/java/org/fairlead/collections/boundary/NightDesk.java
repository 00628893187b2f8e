package org.fairlead.collections.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.fairlead.collections.NightRuns;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;

/** The nightly work, for those who want it now. */
@Stateless
@Local(NightRuns.class)
@ClientScoped
@RolesAllowed(Roles.BPO_ADMIN)
public class NightDesk implements NightRuns {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Audit audit;

    @EJB
    private NightChunks chunks;

    @Override
    public void now(ClientId client) {
        requireServed(client);
        chunks.again(client);
        int done = 0;
        for (Kind kind : Kind.values()) {
            while (chunks.chunk(client, kind)) {
                done++;
            }
        }
        audit.record(client, "collections.night", client.toString(), Map.of("chunks", String.valueOf(done)));
    }

    @Override
    public List<Run> runs(ClientId client) {
        requireServed(client);
        try (Connection c = database.getConnection()) {
            return Sql.list(
                    c,
                    row -> new Run(
                            Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                            Kind.valueOf(row.getString("step")),
                            Sql.instant(row, "finished_at")),
                    "select * from collections_run where client_id = ? order by day desc, finished_at desc nulls first"
                            + " limit 9",
                    client);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for the nightly runs", e);
        }
    }

    private void requireServed(ClientId client) {
        if (!caller.caller().serves(client)) {
            throw new NotFound("client " + client);
        }
    }
}
