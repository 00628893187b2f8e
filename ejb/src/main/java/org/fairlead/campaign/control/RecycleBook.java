package org.fairlead.campaign.control;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.campaign.Campaigns.Recycling;
import org.fairlead.campaign.Campaigns.Spent;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/** Leads that are used up, and their second life. */
public final class RecycleBook {

    private static final int LONGEST_DAYS = 3_650;

    private static final String LAST_TRY =
            " (select max(written_at) from attempt a where a.client_id = l.client_id and a.lead_id = l.lead_id)";

    private RecycleBook() {}

    public static List<Spent> spent(Connection c, ClientId client, UUID campaignId) {
        return Sql.list(
                c,
                row -> new Spent(
                        row.getString("outcome"),
                        row.getInt("leads"),
                        Sql.instant(row, "first"),
                        Sql.instant(row, "latest")),
                """
                select coalesce(l.last_outcome, 'DENIED') as outcome, count(*) as leads, min(t.at) as first, max(t.at) as latest
                from lead l, lateral (select max(written_at) as at from attempt a
                  where a.client_id = l.client_id and a.lead_id = l.lead_id) t
                where l.client_id = ? and l.campaign_id = ? and l.state = 'EXHAUSTED' and not l.withdrawn
                group by 1 order by 2 desc, 1
                """,
                client,
                campaignId);
    }

    /** @return how many are ready again */
    public static int recycle(Connection c, ClientId client, UUID campaignId, Recycling what, Instant now) {
        if (what.outcomes().isEmpty()) {
            throw new Refused("campaign.recycle.outcomes");
        }
        if (what.days() < 0 || what.days() > LONGEST_DAYS) {
            throw new Refused("campaign.recycle.days");
        }
        return Sql.update(
                c,
                "update lead l set state = 'READY', next_at = null, recycled_at = ?, turn = 0"
                        + " where client_id = ? and campaign_id = ? and state = 'EXHAUSTED' and not withdrawn"
                        + " and coalesce(last_outcome, 'DENIED') = any (?) and (?::uuid is null or list_id = ?::uuid)"
                        + " and coalesce(" + LAST_TRY + ", '-infinity') <= ?"
                        + " and (numbers = 0 or exists (select 1 from lead_number n where n.client_id = l.client_id"
                        + " and n.lead_id = l.lead_id and not n.dead))",
                now,
                client,
                campaignId,
                what.outcomes().toArray(String[]::new),
                what.listId(),
                what.listId(),
                now.minus(Duration.ofDays(what.days())));
    }
}
