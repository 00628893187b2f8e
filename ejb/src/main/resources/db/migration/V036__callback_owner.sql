-- A promised callback waits for the agent who promised it, as long as that agent is at work; an attempt that never left
-- leaves the promise as it was.
alter table callback add column attempt_id uuid;

create policy at_work_is_asked on agent_session for select to fairlead_owner using (true);

-- Asked in the scope of one client about agents who may be talking for another: yes or no, nothing more.
create function at_work(who uuid) returns boolean
  language sql security definer set search_path = fairlead, pg_temp stable
  begin atomic
    select exists (select 1 from agent_session s where s.person_id = who and s.presence <> 'OFFLINE');
  end;
revoke all on function at_work(uuid) from public;
grant execute on function at_work(uuid) to fairlead_app;
