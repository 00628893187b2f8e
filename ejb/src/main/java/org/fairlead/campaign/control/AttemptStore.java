package org.fairlead.campaign.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.campaign.entity.AnswerOdds;
import org.fairlead.campaign.entity.LeadOrder;
import org.fairlead.campaign.entity.LeadOrder.Waiting;
import org.fairlead.compliance.PhoneNumbers;
import org.fairlead.compliance.Verdict;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Leads and attempts as the dialer's transaction reads and writes them. */
final class AttemptStore {

    /** So long a callback is left to the agent who promised it, when that agent is at work; then anyone may call. */
    static final Duration OWNERS_TIME = Duration.ofMinutes(15);

    /**
     * Who is due, a pool from each time zone, so that a list which begins with one zone does not hide the others. Two
     * looks, each along an index of its own: how many leads wait for a later time does not matter.
     */
    private static final String POOL =
            """
            with recursive fresh(zone) as (
              (select lead.zone from lead where client_id = ? and campaign_id = ? and state = ?
                 and state in ('READY','CALLBACK') and next_at is null order by 1 limit 1)
              union all
              select (select l.zone from lead l where l.client_id = ? and l.campaign_id = ?
                 and l.state = ? and l.state in ('READY','CALLBACK') and l.next_at is null
                 and l.zone > fresh.zone order by 1 limit 1)
              from fresh where zone is not null),
            due(zone) as (
              (select lead.zone from lead where client_id = ? and campaign_id = ? and state = ?
                 and state in ('READY','CALLBACK') and next_at is not null order by 1 limit 1)
              union all
              select (select l.zone from lead l where l.client_id = ? and l.campaign_id = ?
                 and l.state = ? and l.state in ('READY','CALLBACK') and l.next_at is not null
                 and l.zone > due.zone order by 1 limit 1)
              from due where zone is not null)
            select found.* from fresh, lateral (
              select lead_id, rank, lead.zone, next_at, attempts, last_outcome, case when numbers = 0 then 'OTHER' else coalesce((select n.kind
                from lead_number n where n.client_id = lead.client_id and n.lead_id = lead.lead_id and n.turn = lead.turn),
                'OTHER') end as kind
              from lead where client_id = ? and campaign_id = ? and state = ? and state in ('READY','CALLBACK')
                and next_at is null and lead.zone = fresh.zone and not lead_id = any (?)
              order by rank, lead_id limit ?) found
            where fresh.zone is not null
            union all
            select found.* from due, lateral (
              select lead_id, rank, lead.zone, next_at, attempts, last_outcome, case when numbers = 0 then 'OTHER' else coalesce((select n.kind
                from lead_number n where n.client_id = lead.client_id and n.lead_id = lead.lead_id and n.turn = lead.turn),
                'OTHER') end as kind
              from lead where client_id = ? and campaign_id = ? and state = ? and state in ('READY','CALLBACK')
                and next_at is not null and lead.zone = due.zone and next_at <= ?
                and not lead_id = any (?) and not exists (
                  select 1 from callback k where k.client_id = lead.client_id and k.lead_id = lead.lead_id
                    and k.state = 'DUE' and k.agent_id is not null and k.due_at > ? and at_work(k.agent_id))
              order by rank, next_at, lead_id limit ?) found
            where due.zone is not null
            """;

    /**
     * The first of them whom nobody else has at hand, in their order: one after the other is looked up and locked, until
     * there are enough.
     */
    private static final String OURS =
            """
            select ours.* from unnest(?::uuid[]) as x(id), lateral (
              select lead_id, number, language, country, region, city, reference, fields ->> 'debt' as debt, time_zones,
                     turn, numbers, campaign_id, state, next_at
              from lead where client_id = ? and lead_id = x.id for update skip locked) ours
            where campaign_id = ? and state = ? and (next_at is null or next_at <= ?)
            limit ?
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

    /** Whom to choose from: more than are wanted, so that who is likely to answer can come first. */
    private static final int POOL_OF_A_ZONE = 40;

    private static final int LARGER = 4;

    /**
     * Those who come first, ours until the transaction ends.
     *
     * @param state {@code CALLBACK} or {@code READY}
     */
    static List<LeadCandidate> due(
            Connection c,
            RunningCampaign campaign,
            String state,
            Instant now,
            Collection<UUID> not,
            int most,
            ZoneTurns turns) {
        List<LeadCandidate> ours = new ArrayList<>();
        List<UUID> seen = new ArrayList<>(not);
        boolean more = true;
        for (int each = POOL_OF_A_ZONE + most; more && ours.size() < most; each *= LARGER) {
            List<Waiting> pool = pool(c, campaign, state, now, seen, each);
            List<LeadCandidate> locked = locked(c, campaign, state, now, pool, most - ours.size(), turns);
            locked.forEach(lead -> seen.add(lead.leadId()));
            ours.addAll(locked);
            // others hold the rest of the pool: there may be more behind it
            more = pool.size() >= each;
        }
        return ours;
    }

    private static ZonedDateTime local(String zone, Instant now) {
        List<ZoneId> known = zones(List.of(zone));
        return now.atZone(known.isEmpty() ? ZoneOffset.UTC : known.get(0));
    }

    private static List<LeadCandidate> locked(
            Connection c,
            RunningCampaign campaign,
            String state,
            Instant now,
            List<Waiting> pool,
            int most,
            ZoneTurns turns) {
        if (pool.isEmpty()) {
            return List.of();
        }
        List<Waiting> order = LeadOrder.of(pool, turns.of(campaign.campaignId()), now);
        Map<UUID, Double> odds = order.stream().collect(Collectors.toMap(Waiting::leadId, Waiting::odds, (a, b) -> a));
        List<LeadCandidate> ours = Sql.list(
                c,
                row -> candidate(row).likely(odds.getOrDefault(row.getObject("lead_id", UUID.class), 1.0)),
                OURS,
                order.stream().map(Waiting::leadId).toArray(UUID[]::new),
                campaign.client(),
                campaign.campaignId(),
                state,
                now,
                most);
        Set<UUID> taken = ours.stream().map(LeadCandidate::leadId).collect(Collectors.toSet());
        turns.took(
                campaign.campaignId(),
                order.stream()
                        .filter(one -> taken.contains(one.leadId()))
                        .map(Waiting::zone)
                        .toList(),
                pool.stream().map(Waiting::zone).collect(Collectors.toSet()));
        return ours;
    }

    private static List<Waiting> pool(
            Connection c, RunningCampaign campaign, String state, Instant now, Collection<UUID> not, int each) {
        UUID[] seen = not.toArray(UUID[]::new);
        AnswerOdds odds = OddsBook.of(c, campaign.client());
        return Sql.list(
                c,
                row -> new Waiting(
                        row.getObject("lead_id", UUID.class),
                        row.getInt("rank"),
                        row.getString("zone"),
                        Sql.instant(row, "next_at"),
                        odds.ratio(AnswerOdds.lead(
                                local(row.getString("zone"), now),
                                row.getInt("attempts"),
                                row.getString("kind"),
                                row.getString("last_outcome")))),
                POOL,
                parameters(campaign, state, now, seen, each));
    }

    /** As the looks at the pool ask for them, one after the other. */
    private static Object[] parameters(RunningCampaign campaign, String state, Instant now, UUID[] seen, int each) {
        List<Object> which = List.of(campaign.client(), campaign.campaignId(), state);
        List<Object> all = new ArrayList<>();
        for (int look = 0; look < 4; look++) {
            all.addAll(which);
        }
        all.addAll(which);
        all.addAll(List.of(seen, each));
        all.addAll(which);
        all.addAll(List.of(now, seen, now.minus(OWNERS_TIME), each));
        return all.toArray();
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
                zonesOf(row),
                row.getInt("turn"),
                row.getInt("numbers"),
                1);
    }

    /** A number of which the lead says nothing is judged by what it says itself, never by another number's place. */
    private static List<ZoneId> zonesOf(ResultSet row) throws SQLException {
        return row.getArray("time_zones") == null
                ? List.copyOf(PhoneNumbers.of(row.getString("number")).zones())
                : zones(Sql.texts(row, "time_zones"));
    }

    /** A zone that this Java does not know leaves the lead without any: nobody may guess what time it is there. */
    static List<ZoneId> zones(List<String> ids) {
        boolean known = ZoneRulesProvider.getAvailableZoneIds().containsAll(ids);
        return known ? ids.stream().map(ZoneId::of).toList() : List.of();
    }
}
