package org.fairlead.routing.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.fairlead.routing.CallersInLine;
import org.fairlead.routing.control.InLineRows;
import org.fairlead.routing.entity.Input;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;

/** What callers were told and who is to be called back, for supervisors. */
@Stateless
@Local(CallersInLine.class)
@ClientScoped
@RolesAllowed({Roles.SUPERVISOR, Roles.BPO_ADMIN})
public class InLineDesk implements CallersInLine {

    private static final int MOST_DAYS = 92;
    private static final int MOST = 500;
    private static final String WHAT = "callers in line";

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller current;

    @Inject
    private Audit audit;

    @Inject
    private EngineAccess engine;

    @Inject
    private Clock clock;

    @Override
    public List<Told> told(int days) {
        Duration back = Duration.ofDays(Math.max(1, Math.min(days, MOST_DAYS)));
        return Sql.in(database, WHAT, c -> InLineRows.told(c, clock.instant().minus(back)));
    }

    @Override
    public void cancel(UUID contactId) {
        String what = "contact " + contactId;
        ClientId client =
                Sql.in(database, WHAT, c -> InLineRows.clientOf(c, contactId)).orElseThrow(() -> new NotFound(what));
        new AskedOfEngine(client, "callback.cancelled", what, Map.of())
                .submit(
                        engine,
                        audit,
                        new Input.CancelCallback(contactId, current.caller().login()));
    }

    @Override
    public List<Wish> wishes(int most) {
        int site = current.caller().siteId();
        return Sql.in(database, WHAT, c -> InLineRows.wishes(c, site, Math.max(1, Math.min(most, MOST))));
    }
}
