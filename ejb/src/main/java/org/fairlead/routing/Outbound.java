package org.fairlead.routing;

import java.util.Map;
import java.util.UUID;
import org.fairlead.shared.ClientId;

/**
 * What the dialer asks of routing. No person stands behind these calls; they are made by the dialer's timer, outside
 * of any transaction that holds the attempt's row.
 */
public interface Outbound {

    /** How many agents are available this moment for such a contact. Dials in flight are not deducted. */
    int free(ClientId client, Map<String, Integer> skills);

    /** How many dials of a campaign are out, or answered and not yet with an agent. */
    int inFlight(ClientId client, UUID campaignId);

    /**
     * The calls of these campaigns and the agents who may take them, for pacing.
     *
     * @param campaigns with the skills that each asks for
     */
    OutboundScene scene(Map<CampaignId, Map<String, Integer>> campaigns);

    /** A campaign of a client. */
    record CampaignId(ClientId client, UUID id) {}

    /**
     * Sends an attempt out. Returns when contact, journal, command and the attempt's state SENT are committed.
     *
     * @throws org.fairlead.shared.Refused {@code attempt.not-open} when the attempt is not in state WRITTEN (it has
     *     left, or was ended) and {@code attempt.expired}: it has not been dialled by this request; {@code engine.away}
     *     when nothing could be stored now: whether it left is in the attempt's row, and asking again is safe
     */
    void place(OutboundCall call);

    /**
     * Takes a dial back that nobody has answered: where it still waits it never leaves, where it rings it stops. Nothing
     * happens when the engine does not know it, or when somebody has answered.
     */
    void withdraw(ClientId client, UUID attemptId);

    /**
     * Shows an attempt to a ready agent, who dials it or puts it back.
     *
     * @return false when no agent is ready for it: nothing has happened then
     */
    boolean preview(OutboundCall call);
}
