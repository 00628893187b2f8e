-- How a site reaches its customers: its account with a carrier, and how much that carrier takes. The password is written
-- and never read again by people: the server's scoped role may not look at that column; the engine's sends it to the gateway.
create table site_trunk (
  site_id          integer primary key references site,
  host             text not null default '',
  account          text not null default '',
  password         text not null default '',
  has_password     boolean generated always as (password <> '') stored,
  calls_per_second integer not null default 0 check (calls_per_second between 0 and 1000),   -- 0: no limit
  channels         integer not null default 0 check (channels between 0 and 100000),          -- 0: no limit
  version          integer not null default 0
);
-- Before the wall is forced: the owner, who migrates, would be refused by it.
insert into site_trunk (site_id) select site_id from site on conflict do nothing;
alter table site_trunk enable row level security;
alter table site_trunk force row level security;
create policy looked_up on site_trunk for select to fairlead_app using (true);
create policy outsourcer_adds on site_trunk for insert to fairlead_app with check (0 = any (scope_clients()));
create policy outsourcer_changes on site_trunk for update to fairlead_app using (0 = any (scope_clients())) with check (0 = any (scope_clients()));
create policy engine on site_trunk to fairlead_engine using (true) with check (true);
grant select (site_id, host, account, has_password, calls_per_second, channels, version) on site_trunk to fairlead_app;
grant insert, update on site_trunk to fairlead_app;
grant select on site_trunk to fairlead_engine;
