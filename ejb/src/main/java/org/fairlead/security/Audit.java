package org.fairlead.security;

import java.util.Map;
import org.fairlead.shared.ClientId;

/** The append-only, hash-chained trail of who did and saw what. */
public interface Audit {

    /** Written with the transaction: it is there if and only if the deed is. */
    void record(ClientId client, String action, String subject, Map<String, String> detail);

    /** Written in a transaction of its own, so that a refused attempt is kept although its own work is rolled back. */
    void recordRefusal(ClientId client, String action, String subject, Map<String, String> detail);
}
