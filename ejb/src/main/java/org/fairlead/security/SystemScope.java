package org.fairlead.security;

import java.util.Set;
import org.fairlead.shared.ClientId;

/**
 * Client scope for work that no person asked for: listeners, timers. Only the classes listed in the architecture test
 * may use it.
 */
public interface SystemScope {

    /**
     * Enters the scope of these clients for the rest of the present transaction.
     *
     * @param work what is being done, as the audit trail names it, such as {@code dialer}
     * @throws IllegalStateException without a transaction
     */
    void enter(String work, Set<ClientId> clients);
}
