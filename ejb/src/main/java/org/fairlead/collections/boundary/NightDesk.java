package org.fairlead.collections.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import org.fairlead.collections.NightRuns;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;

/**
 * The nightly work, for those who want it now. No transaction of its own: the order is written down before the work
 * begins, each chunk is committed by itself, and no time limit of a transaction ends a long night.
 */
@Stateless
@Local(NightRuns.class)
@RolesAllowed(Roles.BPO_ADMIN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NightDesk implements NightRuns {

    @EJB
    private NightOrders orders;

    @EJB
    private NightChunks chunks;

    @Override
    public void now(ClientId client) {
        orders.order(client);
        chunks.again(client);
        for (Kind kind : Kind.values()) {
            boolean more = true;
            while (more) {
                more = chunks.chunk(client, kind);
            }
        }
    }

    @Override
    public List<Run> runs(ClientId client) {
        return orders.runs(client);
    }
}
