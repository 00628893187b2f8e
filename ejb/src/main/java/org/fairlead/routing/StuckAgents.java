package org.fairlead.routing;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.shared.ClientId;

/**
 * Agents whose state has lasted longer than it should, and what puts them right. Roles: supervisor, BPO admin; limited to
 * agents who serve a client of the caller and, where they are stuck with a contact, to contacts of the caller's clients.
 * Audited.
 */
public interface StuckAgents {

    /** The longest first. */
    List<Stuck> now();

    /**
     * @throws org.fairlead.shared.Refused {@code floor.not-stuck} when the agent is not stuck any more, or with something
     *     else
     */
    void repair(UUID person);

    /** What is wrong, and so what a repair does. */
    enum Why {
        /** The offered contact is not there any more: free again. */
        NO_CONTACT,
        /** A connection that the gateway neither made nor refused: the customer goes back, the agent is asked for a state. */
        CONNECTING,
        /** Wrap-up that did not end: it is closed without a result. */
        WRAP_UP,
        /** A talk of many hours: the gateway is asked whether it lives. */
        TALK,
        /** Did not answer and did not come back: logged out. */
        MISSED,
        /** The desk is gone and the log-out did not follow: logged out. */
        DESK
    }

    /** @param client whose contact the agent is stuck with; the outsourcer where there is none */
    record Stuck(UUID person, String name, Presence presence, Instant since, Why why, ClientId client)
            implements Serializable {}
}
