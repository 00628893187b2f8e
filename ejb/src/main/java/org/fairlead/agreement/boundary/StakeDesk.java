package org.fairlead.agreement.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fairlead.agreement.Stakes;
import org.fairlead.agreement.control.StakeRows;
import org.fairlead.agreement.entity.StakePolicy;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.Json;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/** Bands of credits and bounds of blending, for BPO admins. */
@Stateless
@Local(Stakes.class)
@ClientScoped
@RolesAllowed(Roles.BPO_ADMIN)
public class StakeDesk implements Stakes {

    private static final String WHAT = "stakes";

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller current;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Override
    public List<Stake> all() {
        return Sql.in(database, WHAT, c -> StakeRows.all(c, clock.instant()));
    }

    @Override
    public void save(Stake before, Stake after) {
        if (!current.caller().serves(after.client())) {
            audit.recordRefusal(
                    after.client(),
                    "refused.not-found",
                    "Stakes.save",
                    Map.of("program", after.program().toString()));
            throw new NotFound("program " + after.program());
        }
        Stake kept = Sql.in(database, WHAT, c -> {
            Stake stored = StakeRows.locked(c, after.client(), after.program(), clock.instant())
                    .orElseThrow(() -> new NotFound("program " + after.program()));
            if (!stored.equals(before)) {
                throw new Refused("setup.changed");
            }
            // whose agreement it is says the data base, not the page
            Stake wanted = stored.with(after.bands(), after.blend());
            StakePolicy.require(wanted);
            StakeRows.write(c, wanted);
            return wanted;
        });
        audit.record(
                kept.client(),
                "stake.saved",
                "program " + kept.program(),
                Map.of("before", Json.write(before), "after", Json.write(kept)));
    }
}
