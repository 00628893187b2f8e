package org.fairlead.compliance;

import java.util.Set;
import org.fairlead.shared.ClientId;

/**
 * Somebody is not to be contacted any more: a do-not-call entry, a register, a revoked consent or a hold came in. Fired in
 * the transaction that stores it; who has attempts under way looks at them again once it is committed.
 *
 * @param clients whose people it may be; the outsourcer stands for all
 */
public record PeopleStopped(Set<ClientId> clients) {

    public PeopleStopped {
        clients = Set.copyOf(clients);
    }

    public boolean concerns(ClientId client) {
        return clients.contains(client) || clients.contains(ClientId.OUTSOURCER);
    }
}
