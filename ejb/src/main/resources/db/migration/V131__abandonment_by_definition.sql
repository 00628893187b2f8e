-- A campaign's calls that a person answered in a window, and those that count as abandoned there: nobody came within two
-- seconds, whether the customer then heard the safe-harbour message, hung up, or met an agent who came late (FTC 16 CFR
-- 310.4(b)(4), Ofcom 2016, CRTC UTR III: all of them say two seconds). Days before today are read from the hours in which
-- they were counted, as the outreach decision reads them.
create function campaign_abandonment(
    in the_client integer, in the_campaign uuid, in window_from timestamptz, in today_from timestamptz,
    out live bigint, out abandoned bigint)
  language sql stable security invoker as $$
  select coalesce(sum(x.live), 0)::bigint, coalesce(sum(x.abandoned), 0)::bigint
  from (
    select h.answered as live, h.abandoned from outreach_live_hour h
    where h.client_id = the_client and h.campaign_id = the_campaign and h.hour >= window_from and h.hour < today_from
    union all
    select 1, case when c.outcome = 'ABANDONED' or c.connected_at > c.queued_at + interval '2 seconds' then 1 else 0 end
    from contact c
    where c.client_id = the_client and c.campaign_id = the_campaign and c.direction = 'OUTBOUND'
      and c.outcome in ('HANDLED', 'ABANDONED') and c.offered_at >= today_from) x
$$;
grant execute on function campaign_abandonment to fairlead_app, fairlead_engine;

-- When the next lead of a campaign is due: the floor says so while nobody may be called.
create index lead_next on lead (client_id, campaign_id, next_at)
  where next_at is not null and state in ('READY','CALLBACK');
