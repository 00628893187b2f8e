package org.fairlead.agreement.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.fairlead.agreement.ServiceLevelDay;
import org.fairlead.agreement.TodaysLevels;
import org.fairlead.security.AllClients;

/** One tail of the journal for all who watch. */
@ApplicationScoped
public class FollowedLevels implements TodaysLevels {

    @Inject
    @AllClients
    private DataSource everyClient;

    @Inject
    private Clock clock;

    private final JournalTail tail = new JournalTail();

    @Override
    public synchronized List<ServiceLevelDay> upToDate() {
        try (Connection connection = everyClient.getConnection()) {
            return tail.follow(connection, clock.instant());
        } catch (SQLException e) {
            throw new IllegalStateException("cannot follow the journal", e);
        }
    }
}
