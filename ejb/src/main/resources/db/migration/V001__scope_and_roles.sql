-- Client scope, the last wall (house.md, what always holds, 4).
--
-- Roles (made by the launcher before the first migration):
--   fairlead_owner   owns every table, runs migrations, is never used by the server
--   fairlead_app     pages, REST, low-rate listeners; sees the rows of the clients in its scope, no scope means no rows
--   fairlead_engine  the short, listed set of entry points whose work spans all clients (event intake, routing, timers)
--
-- The scope is set per transaction: select set_config('fairlead.clients', '{1,2}', true).
-- Client 0 is the outsourcer itself: time between clients, refused numbers, people's own audit.

create function scope_clients() returns integer[]
  language sql stable parallel safe
  return coalesce(nullif(current_setting('fairlead.clients', true), ''), '{}')::integer[];

-- One call gives a table its wall: row-level security with FORCE, one policy for the scoped role, one for the engine.
create procedure wall(target regclass, may_change boolean default true)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy scope on %s to fairlead_app using (client_id = any (scope_clients())) with check (client_id = any (scope_clients()))', target);
  execute format('create policy engine on %s to fairlead_engine using (true) with check (true)', target);
  execute format('grant select, insert on %s to fairlead_app, fairlead_engine', target);
  if may_change then
    execute format('grant update, delete on %s to fairlead_app, fairlead_engine', target);
  end if;
end $$;

grant usage on schema fairlead to fairlead_app, fairlead_engine;
grant execute on function scope_clients() to fairlead_app, fairlead_engine;
