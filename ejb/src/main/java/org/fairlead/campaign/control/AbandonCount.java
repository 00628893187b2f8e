package org.fairlead.campaign.control;

import java.sql.Connection;
import java.time.Instant;
import java.time.ZoneId;
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
        ZoneId zone = ZoneId.of(campaign.zone());
        Instant begin = campaign.dialing().window().begin(now, zone);
        return Sql.one(
                        c,
                        row -> new Dialing.Count(row.getInt(1), row.getInt(2)),
                        "select live, abandoned from campaign_abandonment(?, ?, ?, ?)",
                        campaign.client(),
                        campaign.campaignId(),
                        begin,
                        Dialing.Window.DAY.begin(now, zone))
                .orElse(Dialing.Count.NONE);
    }
}
