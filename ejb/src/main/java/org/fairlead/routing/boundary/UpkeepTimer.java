package org.fairlead.routing.boundary;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.fairlead.routing.control.EngineUpkeep;
import org.fairlead.routing.control.RoutingLog;
import org.fairlead.security.AllClients;

/** Each night, for a server that runs for months; the launcher does the same at each start. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UpkeepTimer {

    @Inject
    @AllClients
    private DataSource database;

    @Inject
    private Clock clock;

    /** What fails is told, and tried again the next night. */
    @Schedule(hour = "2", minute = "40", persistent = false, info = "upkeep")
    public void tidy() {
        Instant now = clock.instant();
        try (Connection db = database.getConnection()) {
            EngineUpkeep.makeMonths(db, now);
            RoutingLog.tidied(EngineUpkeep.forgetCommands(db, now));
        } catch (SQLException e) {
            RoutingLog.upkeepFailed(e);
        }
    }
}
