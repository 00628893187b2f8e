package org.fairlead.campaign.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.compliance.Verdict;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Leads and attempts as the dialer's transaction reads and writes them. */
final class AttemptStore {

    /** So long a callback is left to the agent who promised it, when that agent is at work; then anyone may call. */
    static final Duration OWNERS_TIME = Duration.ofMinutes(15);

    /** Two looks, each along an index of its own: how many leads wait for a later time does not matter. */
    private static final String DUE =
            """
            with fresh as materialized (
              select lead_id, number, language, country, region, city, reference,
                fields ->> 'debt' as debt, time_zones, rank, next_at from lead
              where client_id = ? and campaign_id = ? and state = ? and state in ('READY','CALLBACK')
                and next_at is null and not lead_id = any (?)
              order by rank, lead_id limit ? for update skip locked),
            due as materialized (
              select lead_id, number, language, country, region, city, reference,
                fields ->> 'debt' as debt, time_zones, rank, next_at from lead
              where client_id = ? and campaign_id = ? and state = ? and state in ('READY','CALLBACK')
                and next_at <= ? and not lead_id = any (?) and not exists (
                  select 1 from callback k where k.client_id = lead.client_id and k.lead_id = lead.lead_id
                    and k.state = 'DUE' and k.agent_id is not null and k.due_at > ? and at_work(k.agent_id))
              order by rank, next_at, lead_id limit ? for update skip locked)
            select * from (select * from fresh union all select * from due) lead
            order by rank, next_at nulls first, lead_id limit ?
            """;

    private static final String INSERT =
            """
            insert into attempt (client_id, attempt_id, campaign_id, lead_id, number, mode, allowed, verdict, next_allowed,
                                 written_at, expires_at, state, person, debt)
            select ?, x.id, ?, x.lead, x.number, ?, x.allowed, x.verdict::jsonb, x.next::timestamptz, ?,
                   case when x.allowed then ?::timestamptz end, case when x.allowed then 'WRITTEN' else 'DENIED' end,
                   x.person, x.debt
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::bool[], ?::text[], ?::text[], ?::text[], ?::text[])
              as x(id, lead, number, allowed, verdict, next, person, debt)
            """;

    private static final String LEADS =
            """
            update lead set state = x.state, next_at = coalesce(x.next::timestamptz, lead.next_at),
              attempts = lead.attempts + x.tried, last_outcome = coalesce(x.outcome, lead.last_outcome)
            from unnest(?::uuid[], ?::text[], ?::text[], ?::integer[], ?::text[]) as x(id, state, next, tried, outcome)
            where lead.client_id = ? and lead.lead_id = x.id
            """;

    private AttemptStore() {}

    /** @param state {@code CALLBACK} or {@code READY} */
    static List<LeadCandidate> due(
            Connection c, RunningCampaign campaign, String state, Instant now, Collection<UUID> not, int most) {
        return Sql.list(
                c,
                AttemptStore::candidate,
                DUE,
                campaign.client(),
                campaign.campaignId(),
                state,
                not.toArray(UUID[]::new),
                most,
                campaign.client(),
                campaign.campaignId(),
                state,
                now,
                not.toArray(UUID[]::new),
                now.minus(OWNERS_TIME),
                most,
                most);
    }

    /** One attempt to be written. */
    record Written(UUID attemptId, LeadCandidate lead, Verdict verdict) {}

    static void write(Connection c, RunningCampaign campaign, List<Written> attempts, Instant now, Instant expiresAt) {
        if (attempts.isEmpty()) {
            return;
        }
        Sql.update(
                c,
                INSERT,
                campaign.client(),
                campaign.campaignId(),
                campaign.mode().name(),
                now,
                expiresAt,
                attempts.stream().map(Written::attemptId).toArray(UUID[]::new),
                attempts.stream().map(a -> a.lead().leadId()).toArray(UUID[]::new),
                attempts.stream().map(a -> a.lead().number()).toArray(String[]::new),
                attempts.stream().map(a -> a.verdict().allowed()).toArray(Boolean[]::new),
                attempts.stream().map(a -> Json.write(a.verdict())).toArray(String[]::new),
                attempts.stream().map(a -> text(a.verdict().nextAllowed())).toArray(String[]::new),
                attempts.stream().map(a -> a.lead().reference()).toArray(String[]::new),
                attempts.stream().map(a -> a.lead().debt()).toArray(String[]::new));
    }

    /** What becomes of a lead with its attempt. */
    record LeadChange(UUID leadId, String state, @Nullable Instant nextAt, int tried, @Nullable String outcome) {}

    static void change(Connection c, ClientId client, List<LeadChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Sql.update(
                c,
                LEADS,
                changes.stream().map(LeadChange::leadId).toArray(UUID[]::new),
                changes.stream().map(LeadChange::state).toArray(String[]::new),
                changes.stream().map(change -> text(change.nextAt())).toArray(String[]::new),
                changes.stream().map(LeadChange::tried).toArray(Integer[]::new),
                changes.stream().map(LeadChange::outcome).toArray(String[]::new),
                client);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    static LeadCandidate candidate(ResultSet row) throws SQLException {
        return new LeadCandidate(
                row.getObject("lead_id", UUID.class),
                row.getString("number"),
                row.getString("language"),
                row.getString("country"),
                row.getString("region"),
                row.getString("city"),
                row.getString("reference"),
                row.getString("debt"),
                zones(Sql.texts(row, "time_zones")));
    }

    /** A zone that this Java does not know leaves the lead without any: nobody may guess what time it is there. */
    static List<ZoneId> zones(List<String> ids) {
        boolean known = ZoneRulesProvider.getAvailableZoneIds().containsAll(ids);
        return known ? ids.stream().map(ZoneId::of).toList() : List.of();
    }
}
