package org.fairlead.reporting.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.fairlead.reporting.CampaignHalts;
import org.fairlead.reporting.control.HaltedCampaigns;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;

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
        try (Connection c = database.getConnection()) {
            return HaltedCampaigns.of(c, caller.caller().personId(), clock.instant());
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for halted campaigns", e);
        }
    }
}
