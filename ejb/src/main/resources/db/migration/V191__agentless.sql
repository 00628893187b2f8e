-- Campaigns that call without agents: what people hear, which keys mean what, and the pace.
alter table campaign drop constraint campaign_mode_check;
alter table campaign add constraint campaign_mode_check
  check (mode in ('MANUAL','PREVIEW','POWER','PROGRESSIVE','PREDICTIVE','AGENTLESS'));
alter table campaign add column agentless jsonb not null
  default '{"texts": {}, "connectKey": "1", "stopKey": "9", "lines": 10, "perMinute": 60}';

-- The one place that spells the windows over which regulators count abandoned calls, by the days of the client.
create function abandonment_window(
    in kind text, in zone text, in at timestamptz,
    out window_from timestamptz, out today_from timestamptz, out window_until timestamptz)
  language sql stable as $$
  select (case kind when 'DAY' then t.day when 'MONTH' then date_trunc('month', t.day)
            else t.day - interval '29 days' end) at time zone zone,
         t.day at time zone zone,
         (case kind when 'MONTH' then date_trunc('month', t.day) + interval '1 month'
            else t.day + interval '1 day' end) at time zone zone
  from (select date_trunc('day', at at time zone zone) as day) t
$$;
grant execute on function abandonment_window to fairlead_app, fairlead_engine;

-- A campaign's calls that a person answered in its window, and those that count as abandoned there (V131); what was
-- called without an agent is in neither. And when the window ends, or its oldest day leaves it.
drop function campaign_abandonment;
create function campaign_abandonment(
    in the_client integer, in the_campaign uuid, in kind text, in zone text, in at timestamptz,
    out live bigint, out abandoned bigint, out window_until timestamptz)
  language sql stable security invoker as $$
  select coalesce(sum(x.live), 0)::bigint, coalesce(sum(x.abandoned), 0)::bigint, w.window_until
  from abandonment_window(kind, zone, at) w left join lateral (
    select h.answered as live, h.abandoned from outreach_live_hour h
    where h.client_id = the_client and h.campaign_id = the_campaign and h.hour >= w.window_from and h.hour < w.today_from
    union all
    select 1, case when c.outcome = 'ABANDONED' or c.connected_at > c.queued_at + interval '2 seconds' then 1 else 0 end
    from contact c
    where c.client_id = the_client and c.campaign_id = the_campaign and c.direction = 'OUTBOUND'
      and c.outcome in ('HANDLED', 'ABANDONED') and c.offered_at >= w.today_from
      and not exists (select 1 from attempt a where a.client_id = c.client_id and a.attempt_id = c.attempt_id
        and a.mode = 'AGENTLESS')) x on true
  group by w.window_until
$$;
grant execute on function campaign_abandonment to fairlead_app, fairlead_engine;
