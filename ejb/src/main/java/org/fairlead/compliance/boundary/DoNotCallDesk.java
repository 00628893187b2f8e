package org.fairlead.compliance.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.fairlead.compliance.DoNotCall;
import org.fairlead.compliance.PeopleStopped;
import org.fairlead.compliance.control.DoNotCallList;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.jspecify.annotations.Nullable;

/** The do-not-call lists for those who answer for them. */
@Stateless
@Local(DoNotCall.class)
@ClientScoped
@RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.BPO_ADMIN})
public class DoNotCallDesk implements DoNotCall {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<PeopleStopped> stopped;

    @Override
    public String add(ClientId client, String number, String source, @Nullable LocalDate until) {
        return query(client, c -> {
            String kept = DoNotCallList.add(c, client, number, source, until, clock.instant());
            Map<String, String> detail = new LinkedHashMap<>(Map.of("source", source));
            if (until != null) {
                detail.put("until", until.toString());
            }
            audit.record(client, "do-not-call.add", kept, detail);
            stopped.fire(new PeopleStopped(Set.of(client)));
            return kept;
        });
    }

    @Override
    public void remove(ClientId client, String number, String reason) {
        query(client, c -> {
            DoNotCallList.remove(c, client, number);
            audit.record(client, "do-not-call.remove", number, Map.of("reason", reason));
            return number;
        });
    }

    @Override
    public List<Entry> entries(ClientId client, String containing, int first, int size) {
        return query(client, c -> DoNotCallList.entries(c, client, containing, first, size));
    }

    @Override
    public int count(ClientId client, String containing) {
        return query(client, c -> DoNotCallList.count(c, client, containing));
    }

    private interface Work<T> {
        T in(Connection c);
    }

    private <T> T query(ClientId client, Work<T> work) {
        if (!caller.caller().serves(client)) {
            throw new NotFound("client " + client);
        }
        try (Connection c = database.getConnection()) {
            return work.in(c);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for the do-not-call list", e);
        }
    }
}
