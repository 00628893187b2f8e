package org.fairlead.collections.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fairlead.collections.NightRuns.Progress;
import org.fairlead.collections.NightRuns.Run;
import org.fairlead.collections.control.NightBook;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;

/** Who ordered a night's work, kept whatever becomes of the work, and how the last nights went. */
@Stateless
@LocalBean
@ClientScoped
@RolesAllowed(Roles.BPO_ADMIN)
public class NightOrders {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Audit audit;

    /** @throws NotFound for a client that the caller does not serve */
    public void order(ClientId client) {
        requireServed(client);
        audit.record(client, "collections.night", client.toString(), Map.of());
    }

    /** The last ones, newest first. */
    public List<Run> runs(ClientId client) {
        requireServed(client);
        return Sql.in(database, "the nightly runs", c -> NightBook.runs(c, client));
    }

    /** @param running whether somebody is at it */
    public Progress progress(ClientId client, boolean running) {
        requireServed(client);
        return Sql.in(database, "the nightly runs", c -> NightBook.progress(c, client, running));
    }

    /** @throws NotFound for a client that the caller does not serve */
    public void requireServed(ClientId client) {
        if (!caller.caller().serves(client)) {
            throw new NotFound("client " + client);
        }
    }
}
