package org.fairlead.routing;

import java.util.UUID;
import org.fairlead.shared.ClientId;

/**
 * Asked once more when an agent dials a previewed lead: minutes may have passed since the verdict. Whoever decides
 * about outreach implements it; without an implementation no preview is dialled.
 */
public interface PreviewGuard {

    /** @throws org.fairlead.shared.Refused with the rule's reason when the attempt is not allowed any more */
    void requireAllowed(ClientId client, UUID attemptId);
}
