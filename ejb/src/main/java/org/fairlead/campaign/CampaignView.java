package org.fairlead.campaign;

import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.fairlead.shared.ClientId;

/**
 * A campaign as pages show it.
 *
 * @param state {@code DRAFT}, {@code RUNNING}, {@code PAUSED}, {@code ENDED}
 * @param abandonment live calls of the window that the dialing names, and those of them that no agent took in time
 * @param counts as they are at the time of reading
 */
public record CampaignView(
        ClientId client,
        UUID campaignId,
        UUID programId,
        String code,
        String name,
        DialMode mode,
        String state,
        String gateway,
        String callerId,
        String language,
        Map<String, Integer> skills,
        String country,
        LocalTime callFrom,
        LocalTime callUntil,
        int ringSeconds,
        int capCount,
        int capDays,
        Dialing dialing,
        Dialing.Count abandonment,
        Counts counts) {

    /**
     * Where the campaign's leads and today's attempts stand.
     *
     * @param ready waiting for their first or next try, callbacks not included
     * @param open attempts that are under way
     * @param attemptsToday allowed attempts of the last 24 hours
     * @param deniedToday denied attempts of the last 24 hours
     */
    public record Counts(
            int leads,
            int ready,
            int callbacks,
            int done,
            int exhausted,
            int doNotCall,
            int open,
            int attemptsToday,
            int deniedToday) {}
}
