package org.fairlead.routing;

import java.util.Collection;
import java.util.UUID;

/**
 * Agents who take calls and dial as well move between the two. Told by who knows the service levels; spans all clients.
 */
public interface Blend {

    /**
     * Agents who may take calls of these programmes are asked for no dialled call and shown no lead from now on; who
     * was dialled already is answered. Does nothing while the engine is away.
     */
    void keep(Collection<UUID> programs);
}
