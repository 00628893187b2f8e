package org.fairlead.campaign.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.campaign.Callbacks;
import org.fairlead.campaign.control.CallbackBook;
import org.fairlead.compliance.Outreach;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;

/** Callbacks for the agents who make them. */
@Stateless
@Local(Callbacks.class)
@ClientScoped
@RolesAllowed(Roles.AGENT)
public class CallbackDesk implements Callbacks {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private Outreach outreach;

    @Inject
    private CurrentCaller current;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Override
    public List<CallbackView> due() {
        return query(c -> CallbackBook.due(c, me(), clock.instant()));
    }

    @Override
    public TakenCallback take(UUID callbackId) {
        return query(c -> CallbackBook.take(c, outreach, callbackId, me(), () -> outreach.now(c)));
    }

    @Override
    public void give(UUID callbackId) {
        ClientId client = query(c -> CallbackBook.give(c, callbackId, me()));
        audit.record(client, "callback.give", callbackId.toString(), Map.of());
    }

    private UUID me() {
        return current.caller().personId();
    }

    private <T> T query(Function<Connection, T> work) {
        try (Connection c = database.getConnection()) {
            return work.apply(c);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for callbacks", e);
        }
    }
}
