package org.fairlead.security;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fairlead.shared.ClientId;

/** The append-only, hash-chained trail of who did and saw what. */
public interface Audit {

    /** Written with the transaction: it is there if and only if the deed is. */
    void record(ClientId client, String action, String subject, Map<String, String> detail);

    /**
     * Whose thing has one of these ids, for an entry about somebody who may not see it; empty when there is none such.
     * Say nothing of it to the one who asked.
     */
    Optional<ClientId> ownerOf(Set<UUID> ids);

    /** Written in a transaction of its own, so that a refused attempt is kept although its own work is rolled back. */
    void recordRefusal(ClientId client, String action, String subject, Map<String, String> detail);
}
