package org.fairlead.dialer.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.fairlead.campaign.Attempts;
import org.fairlead.compliance.PeopleStopped;
import org.fairlead.routing.Outbound;
import org.fairlead.security.AllClients;
import org.fairlead.shared.ClientId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops what is under way to people who are not to be called any more: what waits here is ended, what waits at the
 * gateway or rings there is taken back.
 */
@ApplicationScoped
public class StopDials {

    private static final Logger LOG = LoggerFactory.getLogger(StopDials.class);

    @Resource
    private ManagedExecutorService threads;

    @Inject
    @AllClients
    private DataSource allClients;

    @Inject
    private Attempts attempts;

    @Inject
    private DialRound transactions;

    @Inject
    private Outbound outbound;

    /** On a thread of its own: the transaction that stored the wish is just coming to its end on this one. */
    void heard(@Observes(during = TransactionPhase.AFTER_SUCCESS) PeopleStopped stopped) {
        threads.execute(() -> stop(stopped));
    }

    private void stop(PeopleStopped stopped) {
        try {
            for (ClientId client : busy()) {
                if (stopped.concerns(client)) {
                    transactions.unwanted(client).forEach(attempt -> stop(client, attempt));
                }
            }
        } catch (RuntimeException e) {
            LOG.error("FL4208 dials to people who are not to be called cannot be taken back", e);
        }
    }

    private void stop(ClientId client, UUID attempt) {
        transactions.giveBack(client, attempt);
        outbound.withdraw(client, attempt);
        LOG.info("FL4209 attempt {} of client {} is taken back: its person is not to be called", attempt, client);
    }

    private List<ClientId> busy() {
        try (Connection c = allClients.getConnection()) {
            return attempts.busy(c);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for the dialer", e);
        }
    }
}
