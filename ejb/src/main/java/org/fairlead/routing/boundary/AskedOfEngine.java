package org.fairlead.routing.boundary;

import java.util.Map;
import org.fairlead.routing.entity.Input;
import org.fairlead.security.Audit;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;

/**
 * What a person asks the engine to do, and its entry in the trail. An engine that gives no answer in time may do it all the
 * same, after the caller's transaction was given up: so that is noted in a transaction of its own.
 *
 * @param client whose trail it belongs to
 * @param action what was asked
 * @param subject of whom
 */
record AskedOfEngine(ClientId client, String action, String subject, Map<String, String> detail) {

    /** Follows the action's name where nobody knows whether it was done. */
    static final String UNANSWERED = ".unanswered";

    /** @throws Refused as the engine refuses, which leaves no entry, or because it does not answer, which leaves one */
    void submit(EngineAccess engine, Audit audit, Input input) {
        try {
            engine.submit(input);
        } catch (Refused e) {
            if (e.key().equals(EngineAccess.AWAY)) {
                audit.recordRefusal(client, action + UNANSWERED, subject, detail);
            }
            throw e;
        }
        audit.record(client, action, subject, detail);
    }
}
