package org.fairlead.routing.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fairlead.routing.PauseReasons;
import org.fairlead.routing.control.PauseRows;
import org.fairlead.routing.entity.Pauses;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.Json;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/** Reasons for pauses, for those who choose them and those who set them up. */
@Stateless
@Local(PauseReasons.class)
@ClientScoped
@RolesAllowed({Roles.SUPERVISOR, Roles.BPO_ADMIN})
public class PauseDesk implements PauseReasons {

    private static final int LONGEST = 60;
    private static final String WHAT = "reasons for pauses";

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller current;

    @Inject
    private Audit audit;

    @Inject
    private Event<Changed> changed;

    @Override
    @RolesAllowed({Roles.AGENT, Roles.SUPERVISOR, Roles.BPO_ADMIN})
    public List<Reason> active() {
        return Sql.in(database, WHAT, c -> PauseRows.read(c, true));
    }

    @Override
    public List<Reason> all() {
        return Sql.in(database, WHAT, c -> PauseRows.read(c, false));
    }

    @Override
    @RolesAllowed(Roles.BPO_ADMIN)
    public void save(Reason reason) {
        if (!current.caller().serves(reason.client())) {
            audit.recordRefusal(
                    reason.client(), "refused.not-found", "PauseReasons.save", Map.of("code", reason.code()));
            throw new NotFound("client");
        }
        if (!reason.code().matches("[a-z][a-z0-9-]{0,31}")) {
            throw new Refused("pause.code", reason.code());
        }
        if (!Pauses.isPause(reason.presence())) {
            throw new Refused("pause.presence", reason.presence().name());
        }
        String english = reason.labels().getOrDefault("en", "");
        boolean tooLong = reason.labels().values().stream().anyMatch(label -> label.length() > LONGEST);
        if (english.isBlank() || tooLong) {
            throw new Refused("pause.label", LONGEST);
        }
        Sql.in(database, WHAT, c -> {
            PauseRows.write(c, reason);
            return true;
        });
        audit.record(reason.client(), "pause.saved", "pause " + reason.code(), Map.of("after", Json.write(reason)));
        changed.fire(new Changed());
    }
}
