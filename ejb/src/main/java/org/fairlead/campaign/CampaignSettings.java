package org.fairlead.campaign;

import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.fairlead.shared.ClientId;

/**
 * What a person sets for a campaign.
 *
 * @param gateway the site gateway that dials
 * @param callerId the number shown to the customer, in E.164 form
 * @param skills what an agent must be able to do, with the least proficiency
 * @param country region for numbers that are written without {@code +}
 * @param callFrom begin of the campaign's own hours in the customer's local time; they may only tighten the law's
 * @param callUntil their end; equal to {@code callFrom} for the whole day
 * @param capCount at most so many attempts to one number, over all campaigns of the client ...
 * @param capDays ... in so many days
 */
public record CampaignSettings(
        ClientId client,
        UUID programId,
        String code,
        String name,
        DialMode mode,
        String gateway,
        String callerId,
        String language,
        Map<String, Integer> skills,
        String country,
        LocalTime callFrom,
        LocalTime callUntil,
        int ringSeconds,
        int capCount,
        int capDays) {}
