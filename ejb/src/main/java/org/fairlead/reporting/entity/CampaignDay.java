package org.fairlead.reporting.entity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign with what became of its calls.
 *
 * @param inFlight attempts that left and have not ended
 * @param answered by a person, in the window over which the campaign counts abandoned calls
 * @param abandoned of them
 * @param limit share of them that may be abandoned
 * @param window {@code DAY}, {@code MONTH} or {@code DAYS_30}
 */
public record CampaignDay(
        int clientId,
        UUID campaignId,
        String name,
        String mode,
        String state,
        int inFlight,
        long answered,
        long abandoned,
        double limit,
        String window,
        Stock stock) {

    /**
     * What there is to call.
     *
     * @param left leads that may be called some time
     * @param due whether any of them is due now
     * @param next when the next one will be
     * @param deniedBy the rule that denied the last attempt; null when it was allowed, or when there was none
     */
    public record Stock(boolean left, boolean due, @Nullable Instant next, @Nullable String deniedBy) {}
}
