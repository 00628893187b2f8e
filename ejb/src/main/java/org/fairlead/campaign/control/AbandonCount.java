package org.fairlead.campaign.control;

import java.sql.Connection;
import java.time.Instant;
import org.fairlead.campaign.Dialing;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.shared.Sql;

/**
 * How many of a campaign's answered calls were abandoned in its window: in the numerator those that a person answered and
 * no agent took within two seconds, also when one came late, in the denominator all that a person answered. What a machine
 * answered is in neither.
 */
final class AbandonCount {

    private AbandonCount() {}

    static Dialing.Count of(Connection c, RunningCampaign campaign, Instant now) {
        return Sql.one(
                        c,
                        row -> new Dialing.Count(
                                row.getInt("live"), row.getInt("abandoned"), Sql.instant(row, "window_until")),
                        "select live, abandoned, window_until from campaign_abandonment(?, ?, ?, ?, ?)",
                        campaign.client(),
                        campaign.campaignId(),
                        campaign.dialing().window().name(),
                        campaign.zone(),
                        now)
                .orElse(Dialing.Count.NONE);
    }
}
