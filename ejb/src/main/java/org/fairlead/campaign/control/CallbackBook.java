package org.fairlead.campaign.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.fairlead.campaign.Callbacks.CallbackView;
import org.fairlead.campaign.Callbacks.TakenCallback;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.compliance.Outreach;
import org.fairlead.customer.MaskedNumber;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/** Promised callbacks as rows. The database shows those of the caller's clients only. */
public final class CallbackBook {

    private static final Duration AHEAD = Duration.ofHours(12);
    private static final Duration EARLY = Duration.ofMinutes(15);

    /** Mine, or anyone's where I have what its campaign asks for. */
    private static final String MAY_MAKE =
            """
            (k.agent_id = ? or ((k.agent_id is null or k.due_at <= ? or not at_work(k.agent_id)) and not exists (
              select 1 from jsonb_each_text(g.skills) as s(skill, least) where not exists (
                select 1 from person_skill p where p.person_id = ? and p.skill = s.skill and p.proficiency >= s.least::integer))))
            """;

    private static final String LIST =
            """
            select k.callback_id, k.client_id, c.name as client, g.name as campaign, l.name, k.number, k.due_at,
                   coalesce(k.agent_id = ?, false) as mine, l.time_zones[1] as zone
            from callback k join client c on c.client_id = k.client_id
            join campaign g on g.client_id = k.client_id and g.campaign_id = k.campaign_id and g.state = 'RUNNING'
            join lead l on l.client_id = k.client_id and l.lead_id = k.lead_id and l.state = 'CALLBACK'
            where k.state = 'DUE' and k.due_at < ? and
            """
                    + MAY_MAKE + " order by k.due_at, k.callback_id limit 50";

    private static final String FIND =
            """
            select k.client_id, k.campaign_id, k.due_at, k.state, l.state as lead_state, l.lead_id, k.number, l.language,
                   l.country, l.region, l.city, l.reference, l.fields ->> 'debt' as debt, l.turn, l.numbers,
                   coalesce(n.time_zones, case when l.number = k.number then l.time_zones end) as time_zones
            from callback k
            join campaign g on g.client_id = k.client_id and g.campaign_id = k.campaign_id
            join lead l on l.client_id = k.client_id and l.lead_id = k.lead_id
            left join lead_number n on n.client_id = k.client_id and n.lead_id = k.lead_id and n.number = k.number
            where k.callback_id = ? and
            """
                    + MAY_MAKE + " for update of k, l";

    private CallbackBook() {}

    public static List<CallbackView> due(Connection c, UUID me, Instant now) {
        return Sql.list(c, CallbackBook::view, LIST, me, now.plus(AHEAD), me, now.minus(AttemptStore.OWNERS_TIME), me);
    }

    public static TakenCallback take(
            Connection c, Outreach outreach, UUID callbackId, UUID me, Supplier<Instant> clock) {
        Instant now = clock.get();
        Found found = Sql.one(c, CallbackBook::found, FIND, callbackId, me, now.minus(AttemptStore.OWNERS_TIME), me)
                .orElseThrow(() -> new NotFound("callback " + callbackId));
        if (!found.open()) {
            throw new Refused("callback.gone");
        }
        if (found.dueAt().isAfter(now.plus(EARLY))) {
            throw new Refused("callback.early");
        }
        RunningCampaign campaign = AttemptBook.previewed(c, found.client(), found.campaignId())
                .orElseThrow(() -> new Refused("callback.gone"));
        TakeLeads leads = new TakeLeads(c, campaign, outreach, clock, new ZoneTurns());
        AttemptStore.Written attempt = leads.takeOne(found.lead());
        boolean allowed = attempt.verdict().allowed();
        return new TakenCallback(campaign, allowed ? leads.taken(attempt) : null, attempt.verdict(), me);
    }

    /** @return the client whose callback it is */
    public static ClientId give(Connection c, UUID callbackId, UUID me) {
        return Sql.one(
                        c,
                        row -> new ClientId(row.getInt(1)),
                        "update callback set agent_id = null where callback_id = ? and agent_id = ? and state = 'DUE'"
                                + " returning client_id",
                        callbackId,
                        me)
                .orElseThrow(() -> new NotFound("callback " + callbackId));
    }

    private record Found(ClientId client, UUID campaignId, Instant dueAt, boolean open, LeadCandidate lead) {}

    private static Found found(ResultSet row) throws SQLException {
        boolean open = row.getString("state").equals("DUE")
                && row.getString("lead_state").equals("CALLBACK");
        return new Found(
                new ClientId(row.getInt("client_id")),
                row.getObject("campaign_id", UUID.class),
                Objects.requireNonNull(Sql.instant(row, "due_at")),
                open,
                AttemptStore.candidate(row));
    }

    private static CallbackView view(ResultSet row) throws SQLException {
        return new CallbackView(
                row.getObject("callback_id", UUID.class),
                row.getInt("client_id"),
                row.getString("client"),
                row.getString("campaign"),
                row.getString("name"),
                MaskedNumber.of(row.getString("number")),
                Objects.requireNonNull(Sql.instant(row, "due_at")),
                row.getBoolean("mine"),
                Objects.requireNonNullElse(row.getString("zone"), "UTC"));
    }
}
