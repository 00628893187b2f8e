package org.fairlead.campaign.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.fairlead.campaign.control.ListRecords;
import org.fairlead.security.AllClients;
import org.fairlead.shared.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of the lists that a dead server left unread. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class UploadStart {

    private static final Logger LOG = LoggerFactory.getLogger(UploadStart.class);

    @Inject
    @AllClients
    private DataSource allClients;

    @Inject
    private UploadSpool spool;

    @PostConstruct
    void failInterrupted() {
        try (Connection c = allClients.getConnection()) {
            int lists = ListRecords.failInterrupted(c, Node.name());
            if (lists > 0) {
                LOG.warn("FL4103 {} lists were being read when the server ended; none of their rows is loaded", lists);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot look for interrupted lists", e);
        }
        spool.clear();
    }
}
