package org.fairlead.routing;

import java.util.UUID;
import org.fairlead.jms.GatewayEvent.MonitorMode;

/**
 * A supervisor in an agent's talk: listening, whispering to the agent, or taking part. Role: supervisor, of contacts of
 * clients that they serve. What is asked for is audited, what came of it is in the contact's journal.
 */
public interface Monitoring {

    /**
     * The supervisor's own telephone at the contact's site is rung; whoever was in the talk before is out of it.
     *
     * @param mode {@code OFF} to leave
     * @throws org.fairlead.shared.NotFound when there is no such contact for the caller
     * @throws org.fairlead.shared.Refused {@code floor.no-talk} when nobody talks with this customer now
     */
    void become(UUID contactId, MonitorMode mode);
}
