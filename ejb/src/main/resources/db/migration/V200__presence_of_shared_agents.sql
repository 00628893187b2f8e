-- An hour is played again with the agents who were there. Agents who are shared by clients stand under no client while they
-- wait, and under another one while they talk for it: whoever asks in the scope of one client would find them absent, or
-- held for ever. Asked is when they were there, and not for whom.
create policy presence_is_asked on agent_event for select to fairlead_owner using (true);

create function presence_for(the_client integer, since timestamptz, before timestamptz)
  returns table (person_id uuid, at timestamptz, "position" bigint, presence text, contact_id uuid)
  language sql security definer set search_path = fairlead, pg_temp stable
  begin atomic
    select a.person_id, a.at, a.position,
      case when a.presence = 'AVAILABLE' or a.client_id = the_client then a.presence else 'ELSEWHERE' end,
      case when a.client_id = the_client then a.contact_id end
    from agent_event a
    where the_client = any (scope_clients()) and a.at >= since and a.at < before
      and a.person_id in (select k.person_id from person_client k where k.client_id = the_client);
  end;
revoke all on function presence_for(integer, timestamptz, timestamptz) from public;
grant execute on function presence_for(integer, timestamptz, timestamptz) to fairlead_app;

-- Which numbers a site's callers dialled lately.
create index contact_by_dialled on contact (client_id, dialled, gateway, offered_at) where direction = 'INBOUND';
