-- What a BPO admin edits carries a version: whoever saves says which one was read, and a second admin who read the same
-- one is told instead of overwriting what the first has saved.
alter table client add column version integer not null default 0;
alter table brand add column version integer not null default 0;
alter table program add column version integer not null default 0;
alter table queue add column version integer not null default 0;
alter table dialled_number add column version integer not null default 0;
alter table disposition add column version integer not null default 0;
alter table site add column version integer not null default 0;
alter table person add column version integer not null default 0;
alter table campaign add column version integer not null default 0;

-- Sites belong to no client. Everyone may look one up; only a scope that holds the outsourcer itself may change one.
alter table site enable row level security;
alter table site force row level security;
create policy looked_up on site for select to fairlead_app using (true);
create policy outsourcer_changes on site for update to fairlead_app using (0 = any (scope_clients())) with check (0 = any (scope_clients()));
create policy engine on site to fairlead_engine using (true) with check (true);
create policy scope_is_read_here on site for select to fairlead_owner using (true);
grant update on site to fairlead_app;

-- How much of a customer's number is shown, for each client and site; site 0 stands for sites without a line of their own.
create table masking (
  client_id  integer not null references client,
  site_id    integer not null,
  shown      text not null default 'ENDS' check (shown in ('WHOLE', 'ENDS', 'LAST_TWO', 'NOTHING')),
  reveal     boolean not null default true,       -- may be shown in full to somebody who says why
  version    integer not null default 0,
  primary key (client_id, site_id)
);
call wall('masking');

-- What the person may do, as it is set in Keycloak; shown in lists, never asked when something is to be allowed.
alter table person add column role text;
