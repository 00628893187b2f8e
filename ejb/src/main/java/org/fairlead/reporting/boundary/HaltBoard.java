package org.fairlead.reporting.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.fairlead.reporting.CampaignHalts;
import org.fairlead.reporting.control.HaltedCampaigns;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.Sql;

/** Halted campaigns for the agent who waits; the database shows those of the caller's clients only. */
@Stateless
@Local(CampaignHalts.class)
@ClientScoped
@RolesAllowed(Roles.AGENT)
public class HaltBoard implements CampaignHalts {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Clock clock;

    @Override
    public List<HaltedCampaign> mine() {
        UUID me = caller.caller().personId();
        return Sql.in(database, "halted campaigns", c -> HaltedCampaigns.of(c, me, clock.instant()));
    }
}
