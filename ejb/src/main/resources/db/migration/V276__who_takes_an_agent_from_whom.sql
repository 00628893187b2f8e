-- An agent who is sent to one queue alone is taken from all clients: whoever does so must serve them all. Yes or no; of
-- which clients it is about nothing is told.
create function serves_all_clients_of(who uuid) returns boolean
  language sql security definer set search_path = fairlead, pg_temp stable
  begin atomic
    select not exists (
      select 1 from person_client c where c.person_id = who and not (c.client_id = any (scope_clients())));
  end;
revoke all on function serves_all_clients_of(uuid) from public;
grant execute on function serves_all_clients_of(uuid) to fairlead_app;
