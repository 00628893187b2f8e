package org.fairlead.collections.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.fairlead.collections.control.NightLock;
import org.fairlead.security.AllClients;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/**
 * A client's night is one node's at a time. The lock is held on a connection of its own as long as the work takes, outside
 * of any transaction; no row is read with it.
 */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class NightTurn {

    @Inject
    @AllClients
    private DataSource allClients;

    /** @return false, and nothing is done, while another node is at it */
    public boolean take(ClientId client, Runnable work) {
        try (Connection c = allClients.getConnection()) {
            if (!NightLock.take(c, client)) {
                return false;
            }
            try {
                work.run();
            } finally {
                NightLock.leave(c, client);
            }
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for the night's lock", e);
        }
    }

    /** Whether any node is at it. */
    public boolean isTaken(ClientId client) {
        return Sql.in(allClients, "the night's lock", c -> NightLock.isTaken(c, client));
    }
}
