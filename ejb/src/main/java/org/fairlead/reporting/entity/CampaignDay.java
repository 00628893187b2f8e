package org.fairlead.reporting.entity;

import java.util.UUID;

/**
 * A campaign with what became of its attempts today.
 *
 * @param inFlight attempts that left and have not ended
 */
public record CampaignDay(
        int clientId,
        UUID campaignId,
        String name,
        String mode,
        String state,
        int inFlight,
        long answered,
        long abandoned) {}
