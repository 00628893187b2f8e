-- All that one outreach decision reads, with one way to the data base and back and with plans that are made once in a
-- session: planned anew for each attempt they cost more than they read. Walls hold as they do outside: it runs as its caller.
--
-- Whoever asks has locked the people in a statement before this one, so that what the others wrote is seen.
create function outreach_facts(
    in the_client integer, in the_campaign uuid, in the_numbers text[], in the_persons text[], in at_instant timestamptz,
    in past_from timestamptz, in live_from timestamptz,
    -- VERSIONS, MANNER, PAST, LIST, REGISTER, CONSENT, HOLD or LIVE; the other columns mean what each of them says
    out what text, out id uuid, out at timestamptz, out until timestamptz, out channel text, out flag boolean,
    out number text, out person text, out debt text, out place text, out name text, out day date, out amount integer,
    out more integer)
  returns setof record language plpgsql stable security invoker
  set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
begin
  return query
    -- versions are added and never changed: how many there are tells whether the rules at hand are all
    select 'VERSIONS', null::uuid, null::timestamptz, null::timestamptz, null::text, null::boolean, null::text, null::text,
           null::text, null::text, null::text, null::date, count(*)::integer, null::integer
    from outreach_rule r where r.client_id in (0, the_client)
    union all
    -- the sector in debt, the brand in name, the site's country in place
    select 'MANNER', null, null, null, null, null, null, null, k.sector, s.country, b.code, null, null, null
    from campaign c join client k on k.client_id = c.client_id
    join program p on p.client_id = c.client_id and p.program_id = c.program_id
    join brand b on b.client_id = p.client_id and b.brand_id = p.brand_id
    left join site s on s.gateway = c.gateway
    where c.client_id = the_client and c.campaign_id = the_campaign
    union all
    -- what is found by number and by person comes twice and is one
    select 'PAST', p.id, p.at, null, p.channel, p.inbound, p.number, p.person, p.debt, p.place, p.result, null, null, null
    from outreach_past p where p.client_id = the_client and p.number = any (the_numbers) and p.at > past_from
    union all
    select 'PAST', p.id, p.at, null, p.channel, p.inbound, p.number, p.person, p.debt, p.place, p.result, null, null, null
    from outreach_past p where p.client_id = the_client and p.person = any (the_persons) and p.at > past_from
    union all
    select 'LIST', null, null, null, null, null, d.number, null, null, null,
           case d.client_id when 0 then 'OUTSOURCER' else 'INTERNAL' end, null, null, null
    from do_not_call d
    where d.client_id in (0, the_client) and d.number = any (the_numbers)
      and (d.expires_at is null or d.expires_at > at_instant)
    union all
    select 'LIST', null, null, null, null, null, n.number, null, null, null, r.name, null, null, null
    from outreach_register r
    join outreach_register_number n on n.client_id = r.client_id and n.generation = r.generation
    where r.client_id in (0, the_client) and n.number = any (the_numbers)
    union all
    select 'REGISTER', null, null, null, null, null, null, null, null, null, r.name, r.list_date, null, null
    from outreach_register r where r.client_id in (0, the_client)
    union all
    -- the brand in name
    select 'CONSENT', null, s.since, s.until, s.channel, s.given, s.number, s.person, null, null, s.brand, null, null, null
    from consent s where s.client_id = the_client and s.number = any (the_numbers)
    union all
    select 'CONSENT', null, s.since, s.until, s.channel, s.given, s.number, s.person, null, null, s.brand, null, null, null
    from consent s where s.client_id = the_client and s.person = any (the_persons)
    union all
    -- the kind in name
    select 'HOLD', null, h.since, h.until, null, null, h.number, h.person, h.debt, null, h.kind, null, null, null
    from outreach_hold h where h.client_id = the_client and h.number = any (the_numbers)
    union all
    select 'HOLD', null, h.since, h.until, null, null, h.number, h.person, h.debt, null, h.kind, null, null, null
    from outreach_hold h where h.client_id = the_client and h.person = any (the_persons)
    union all
    -- answered in amount, abandoned in more
    select 'LIVE', null, l.hour, null, null, null, null, null, null, null, null, null, l.answered, l.abandoned
    from outreach_live_hour l
    where live_from is not null and l.client_id = the_client and l.campaign_id = the_campaign and l.hour > live_from;
end $$;
grant execute on function outreach_facts to fairlead_app, fairlead_engine;
