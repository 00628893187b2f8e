package org.fairlead.dialer.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.fairlead.dialer.WhatIf;
import org.fairlead.dialer.control.LastDay;
import org.fairlead.dialer.control.PlayDay;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.Roles;

/** Plays days for those who set the pace; the database shows the campaigns of the caller's clients only. */
@Stateless
@Local(WhatIf.class)
@ClientScoped
@RolesAllowed({Roles.SUPERVISOR, Roles.BPO_ADMIN})
public class WhatIfDesk implements WhatIf {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private Clock clock;

    @Override
    public Day lastDay(UUID campaignId) {
        try (Connection c = database.getConnection()) {
            return LastDay.of(c, campaignId, clock.instant());
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for what a campaign met", e);
        }
    }

    @Override
    public List<Outcome> play(Day day, List<Setting> settings) {
        return settings.stream().map(setting -> PlayDay.play(day, setting)).toList();
    }
}
