package org.fairlead.campaign.control;

import java.sql.Connection;
import java.time.Instant;
import java.time.ZoneId;
import org.fairlead.campaign.Dialing;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.shared.Sql;

/**
 * How many of a campaign's answered calls were abandoned in its window: in the numerator those whom a person answered and
 * no agent took in time, in the denominator all that a person answered. What a machine answered is in neither.
 */
final class AbandonCount {

    private AbandonCount() {}

    static Dialing.Count of(Connection c, RunningCampaign campaign, Instant now) {
        Instant begin = campaign.dialing().window().begin(now, ZoneId.of(campaign.zone()));
        return Sql.one(
                        c,
                        row -> new Dialing.Count(row.getInt(1), row.getInt(2)),
                        """
                        select count(*), count(*) filter (where outcome = 'ABANDONED')
                        from contact
                        where client_id = ? and campaign_id = ? and direction = 'OUTBOUND'
                          and outcome in ('HANDLED', 'ABANDONED') and offered_at >= ?
                        """,
                        campaign.client(),
                        campaign.campaignId(),
                        begin)
                .orElse(Dialing.Count.NONE);
    }
}
