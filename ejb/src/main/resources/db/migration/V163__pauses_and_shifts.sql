-- What an agent says when pausing: once there are reasons for a kind of pause, of the outsourcer (0) or of a client whom the
-- agent serves, one of them must be chosen. The code is what agent_event keeps, so it is never deleted, but switched off.
create table pause_reason (
  client_id  integer not null references client,
  code       text not null check (code ~ '^[a-z][a-z0-9-]{0,31}$'),
  presence   text not null check (presence in ('BREAK','LUNCH','MEETING','TRAINING','DO_NOT_DISTURB','AWAY')),
  labels     jsonb not null,                      -- by language of the console
  active     boolean not null default true,
  primary key (client_id, code)
);
alter table pause_reason enable row level security;
alter table pause_reason force row level security;
-- The outsourcer's own hold for everybody who works there.
create policy seen on pause_reason for select to fairlead_app using (client_id = 0 or client_id = any (scope_clients()));
create policy kept on pause_reason for insert to fairlead_app with check (client_id = any (scope_clients()));
create policy changed on pause_reason for update to fairlead_app
  using (client_id = any (scope_clients())) with check (client_id = any (scope_clients()));
create policy engine on pause_reason to fairlead_engine using (true) with check (true);
grant select, insert, update on pause_reason to fairlead_app, fairlead_engine;

-- What a person is planned to do, against which what they did is held. Of the outsourcer (0) or for one client.
create table shift_span (
  client_id  integer not null references client,
  span_id    uuid not null,
  person_id  uuid not null references person,
  kind       text not null check (kind in ('WORK','BREAK','LUNCH','MEETING','TRAINING')),
  begins_at  timestamptz not null,
  ends_at    timestamptz not null,
  primary key (client_id, span_id),
  check (ends_at > begins_at and ends_at <= begins_at + interval '16 hours')
);
call wall('shift_span');
create index shift_span_by_time on shift_span (client_id, begins_at);
create index shift_span_by_person on shift_span (person_id, begins_at);
