-- People's SIP telephones. The password is shown once and kept nowhere: the site's engine needs no more than this digest,
-- and the server's scoped role may not even read that. A row stays when the account is taken away: gateways are told so.
create table desk_telephone (
  person_id    uuid primary key references person,
  account      text not null unique check (account ~ '^x[0-9a-f]{12}$'),
  digest       text not null default '' check (digest ~ '^([0-9a-f]{32})?$'),
  live         boolean generated always as (digest <> '') stored,
  chosen       boolean not null default false,    -- calls ring there, not in the browser
  auto_answer  boolean not null default false,    -- it is asked to pick up by itself
  issued_at    timestamptz not null
);
alter table desk_telephone enable row level security;
alter table desk_telephone force row level security;
create policy looked_up on desk_telephone for select to fairlead_app using (true);
create policy outsourcer_adds on desk_telephone for insert to fairlead_app with check (0 = any (scope_clients()));
create policy outsourcer_changes on desk_telephone for update to fairlead_app using (0 = any (scope_clients())) with check (0 = any (scope_clients()));
create policy engine on desk_telephone to fairlead_engine using (true) with check (true);
create policy chosen_by_its_person on desk_telephone to fairlead_owner using (true) with check (true);
grant select (person_id, account, live, chosen, auto_answer, issued_at) on desk_telephone to fairlead_app;
grant insert (person_id, account, digest, issued_at), update (account, digest, issued_at) on desk_telephone to fairlead_app;
grant select on desk_telephone to fairlead_engine;

-- People choose for themselves, and nothing else.
create function choose_telephone(who text, desk boolean, by_itself boolean) returns boolean
  language sql security definer set search_path = fairlead, pg_temp
  begin atomic
    update desk_telephone t set chosen = desk, auto_answer = by_itself
    from person p where p.person_id = t.person_id and p.login = who and p.active and t.live
    returning true;
  end;
revoke all on function choose_telephone(text, boolean, boolean) from public;
grant execute on function choose_telephone(text, boolean, boolean) to fairlead_app;
