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
import org.fairlead.shared.Refused;

/**
 * The nightly work, for those who want it now. No transaction of its own: the order is written down before the work
 * begins, and the work is done aside.
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

    @EJB
    private NightWork work;

    @Override
    public void now(ClientId client) {
        orders.requireServed(client);
        if (!work.claim(client)) {
            throw new Refused("night.running");
        }
        boolean begun = false;
        try {
            orders.order(client);
            chunks.again(client);
            work.workAside(client);
            begun = true;
        } finally {
            if (!begun) {
                work.letGo(client);
            }
        }
    }

    @Override
    public Progress progress(ClientId client) {
        return orders.progress(client, work.isRunning(client));
    }

    @Override
    public List<Run> runs(ClientId client) {
        return orders.runs(client);
    }
}
