package org.fairlead.routing;

import java.util.Collection;
import java.util.UUID;

/**
 * What it costs the outsourcer now when a contact is not answered in time: of the waiting contacts of several clients,
 * an agent gets the one whose wait costs most. Told by who knows the agreements, again and again; spans all clients.
 */
public interface MissPrices {

    /**
     * @param targetMillis within which an answer counts
     * @param perMiss of one more missed contact, in thousandths of a cent of one currency for all; 0 when nothing is at
     *     stake
     * @param late what is at stake with a contact that is late already, should it wait on
     */
    record Price(UUID programId, long targetMillis, long perMiss, long late) {}

    /** These hold from now on, and no others. Does nothing while the engine is away. */
    void hold(Collection<Price> prices);
}
