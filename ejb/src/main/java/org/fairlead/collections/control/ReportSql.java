package org.fairlead.collections.control;

import org.fairlead.collections.CollectionReports.Measure;

/**
 * Each measure as rows: reference, debtor, day, part, numerator and denominator. All else is sums of these. The client
 * stands in each by name.
 */
final class ReportSql {

    /** The parameters once, in this order: client, portfolio, first day, last day, zone. */
    private static final String SPAN =
            """
            with span as not materialized (select ?::integer as client, ?::uuid as portfolio, ?::date as since, ?::date as until,
              ?::text as zone),
            days as not materialized (select s.*, s.since::timestamp at time zone s.zone as begins,
              (s.until + 1)::timestamp at time zone s.zone as ends from span s),
            base as (
            """;

    /** The debt of the portfolio that the contact was about, else the person's first one. */
    private static final String CHECKS =
            """
            select d.reference, u.name as debtor, (n.offered_at at time zone s.zone)::date as day, k.login as part,
              k.passed_at is not null as passed, k.contact_id, k.client_id
            from days s
            join contact n on n.client_id = s.client and n.offered_at >= s.begins and n.offered_at < s.ends
            join debtor_check k on k.client_id = n.client_id and k.contact_id = n.contact_id
            join customer u on u.client_id = k.client_id and u.customer_id = k.customer_id
            left join lead l on l.client_id = n.client_id and l.lead_id = n.lead_id
            join lateral (select x.reference from debt_party y join debt x on x.client_id = y.client_id
                and x.debt_id = y.debt_id and x.portfolio_id = s.portfolio
              where y.client_id = k.client_id and y.customer_id = k.customer_id
              order by x.debt_id::text = l.fields ->> 'debt' desc, x.debt_id limit 1) d on true
            """;

    private static final String RIGHT_PARTY =
            "select reference, debtor, day, part, passed::integer as counted, 1 as whole from (" + CHECKS + ") c";

    private static final String PROMISES =
            """
            select c.reference, c.debtor, c.day, c.part, exists (select 1 from promise m where m.client_id = c.client_id
              and m.contact_id = c.contact_id)::integer as counted, 1 as whole
            from ("""
                    + CHECKS + ") c where c.passed";

    private static final String DIALS =
            """
            select d.reference, u.name as debtor, (a.written_at at time zone s.zone)::date as day,
              coalesce(k.login, g.login, '') as part, (k.passed_at is not null)::integer as counted, 1 as whole
            from days s
            join portfolio p on p.client_id = s.client and p.portfolio_id = s.portfolio
            join attempt a on a.client_id = s.client and a.campaign_id = p.campaign_id and a.allowed
              and a.state in ('SENT','ENDED') and a.written_at >= s.begins and a.written_at < s.ends
            join lead l on l.client_id = a.client_id and l.lead_id = a.lead_id
            join debt d on d.client_id = s.client and d.debt_id::text = l.fields ->> 'debt' and d.portfolio_id = s.portfolio
            join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id and y.role = 'DEBTOR'
            join customer u on u.client_id = y.client_id and u.customer_id = y.customer_id
            left join debtor_check k on k.client_id = a.client_id and k.contact_id = a.attempt_id
            left join person g on g.person_id = a.agent_id
            """;

    private static final String KEPT =
            """
            select d.reference, u.name as debtor, m.due_on as day, m.made_by as part,
              (m.state = 'KEPT')::integer * %s as counted, %s as whole
            from days s
            join debt d on d.client_id = s.client and d.portfolio_id = s.portfolio
            join promise m on m.client_id = d.client_id and m.debt_id = d.debt_id and m.state in ('KEPT','BROKEN')
              and m.due_on between s.since and s.until
            join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id and y.role = 'DEBTOR'
            join customer u on u.client_id = y.client_id and u.customer_id = y.customer_id
            """;

    /** What a debt owed at the end of a day is the sum of its postings until then: the ledger is the only memory. */
    private static final String ROLL =
            """
            select b.reference, b.debtor, b.until as day, b.bucket as part,
              case when b.then_owed > 0 and b.rank_then > b.rank_now then least(b.then_owed, b.owed) else 0 end as counted,
              b.owed as whole
            from (
              select d.reference, u.name as debtor, s.until, x.owed, x.then_owed,
                least(5, greatest(0, ceil((s.since - d.past_due_since) / 30.0)::integer)) as rank_now,
                least(5, greatest(0, ceil((s.until - d.past_due_since) / 30.0)::integer)) as rank_then,
                (array['0','1-30','31-60','61-90','91-120','121+'])[1 + least(5, greatest(0,
                  ceil((s.since - d.past_due_since) / 30.0)::integer))] as bucket
              from days s
              join debt d on d.client_id = s.client and d.portfolio_id = s.portfolio and d.placed_on <= s.since
                and (d.recalled_on is null or d.recalled_on > s.since)
              join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id and y.role = 'DEBTOR'
              join customer u on u.client_id = y.client_id and u.customer_id = y.customer_id
              cross join lateral (select
                  sum(g.costs + g.fees + g.interest + g.principal) filter (where g.posted_at < s.begins + interval '1 day')
                    as owed,
                  case when d.recalled_on <= s.until then 0
                    else sum(g.costs + g.fees + g.interest + g.principal) filter (where g.posted_at < s.ends) end as then_owed
                from debt_posting g where g.client_id = d.client_id and g.debt_id = d.debt_id) x
              where x.owed > 0) b
            """;

    private static final String LIQUIDATION =
            """
            select d.reference, u.name as debtor, d.placed_on as day, to_char(d.placed_on, 'YYYY-MM') as part,
              coalesce(x.collected, 0) as counted, coalesce(x.placed, 0) as whole
            from days s
            join debt d on d.client_id = s.client and d.portfolio_id = s.portfolio and d.placed_on between s.since and s.until
            join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id and y.role = 'DEBTOR'
            join customer u on u.client_id = y.client_id and u.customer_id = y.customer_id
            cross join lateral (select -sum(g.placed) as placed, sum(g.collected) filter (where g.value_date <= s.until) as collected
              from debt_posting g where g.client_id = d.client_id and g.debt_id = d.debt_id) x
            """;

    private static final String COST =
            """
            select d.reference, u.name as debtor, w.day, w.part, w.counted, w.whole
            from days s
            join portfolio p on p.client_id = s.client and p.portfolio_id = s.portfolio
            cross join lateral (
              select l.fields ->> 'debt' as debt, (n.connected_at at time zone s.zone)::date as day, 'CONTACT' as part,
                round(extract(epoch from coalesce(n.closed_at, n.ended_at) - n.connected_at) * p.cost_hour / 3600) as counted,
                0::numeric as whole
              from contact n join lead l on l.client_id = n.client_id and l.lead_id = n.lead_id
              where n.client_id = s.client and n.campaign_id = p.campaign_id and n.offered_at >= s.begins
                and n.offered_at < s.ends and n.connected_at is not null and coalesce(n.closed_at, n.ended_at) is not null
              union all
              select m.debt_id::text, (m.sent_at at time zone s.zone)::date, m.channel,
                case m.channel when 'LETTER' then p.cost_letter else p.cost_message end, 0
              from debt_message m
              where m.client_id = s.client and m.state = 'SENT' and m.sent_at >= s.begins and m.sent_at < s.ends
              union all
              select g.debt_id::text, g.value_date, 'COLLECTED', 0, g.collected
              from debt_posting g
              where g.client_id = s.client and g.collected <> 0 and g.value_date between s.since and s.until) w
            join debt d on d.client_id = s.client and d.debt_id::text = w.debt and d.portfolio_id = s.portfolio
            join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id and y.role = 'DEBTOR'
            join customer u on u.client_id = y.client_id and u.customer_id = y.customer_id
            """;

    /**
     * Money counts for the version and side that worked the debt last before it came, in these days: what came after their
     * end, and what came of a step before them, is of other days.
     */
    private static final String STRATEGY =
            """
            select w.reference, w.debtor, w.day, w.part, %s as counted, %s as whole
            from (
              select e.*, lead(e.since) over (partition by e.debt_id order by e.since) as later from (
                select d.debt_id, d.client_id, d.reference, u.name as debtor, min(t.at) as since, s.ends,
                  (min(t.at) at time zone s.zone)::date as day,
                  (t.detail ->> 'version') || ' ' || (t.detail ->> 'side') as part
                from days s
                join debt d on d.client_id = s.client and d.portfolio_id = s.portfolio
                join debt_event t on t.client_id = d.client_id and t.debt_id = d.debt_id and t.kind = 'STEP'
                  and t.at >= s.begins and t.at < s.ends
                join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id and y.role = 'DEBTOR'
                join customer u on u.client_id = y.client_id and u.customer_id = y.customer_id
                group by d.debt_id, d.client_id, d.reference, u.name, s.zone, s.ends, t.detail ->> 'version', t.detail ->> 'side') e) w
            cross join lateral (select -coalesce(sum(g.placed), 0) as placed,
                coalesce(sum(g.collected) filter (where g.posted_at >= w.since
                    and g.posted_at < coalesce(w.later, w.ends)), 0)
                  as collected
              from debt_posting g where g.client_id = w.client_id and g.debt_id = w.debt_id) x
            """;

    private ReportSql() {}

    static String total(Measure measure) {
        return SPAN + base(measure)
                + ") select '' as part, coalesce(sum(counted), 0) as counted, coalesce(sum(whole), 0) as whole,"
                + " count(*) as rows from base";
    }

    static String parts(Measure measure) {
        return SPAN + base(measure)
                + ") select part, sum(counted) as counted, sum(whole) as whole, count(*) as rows from base"
                + " group by part order by 3 desc, 1 limit 200";
    }

    /** Of one part, or of all where none is said. */
    static String rows(Measure measure) {
        return SPAN + base(measure)
                + ") select * from base where (?::text is null or part = ?)"
                + " order by day desc, reference, part, counted desc limit ? offset ?";
    }

    private static String base(Measure measure) {
        return switch (measure) {
            case RIGHT_PARTY -> RIGHT_PARTY;
            case RIGHT_PARTY_OF_DIALS -> DIALS;
            case PROMISES -> PROMISES;
            case KEPT -> KEPT.formatted("1", "1");
            case KEPT_AMOUNT -> KEPT.formatted("m.amount", "m.amount");
            case ROLL -> ROLL;
            case LIQUIDATION -> LIQUIDATION;
            case COST -> COST;
            case STRATEGY_PAYING -> STRATEGY.formatted("(x.collected > 0)::integer", "1");
            case STRATEGY_COLLECTED -> STRATEGY.formatted("x.collected", "x.placed");
        };
    }
}
