-- What came from the gateways, once: the key drops duplicates (platform.md, the hot path).
create table call_event (
  client_id   integer not null,
  gateway     text not null,
  call_id     uuid not null,
  sequence    integer not null,
  at          timestamptz not null,
  kind        text not null,
  body        text not null,
  received_at timestamptz not null default clock_timestamp(),
  primary key (client_id, gateway, call_id, sequence, at)
) partition by range (at);
call wall('call_event', false);

-- A contact's present state, written in the transaction that journals its events.
create table contact (
  client_id      integer not null references client,
  contact_id     uuid not null,
  program_id     uuid,
  queue_id       uuid,
  campaign_id    uuid,
  lead_id        uuid,
  attempt_id     uuid,
  customer_id    uuid,
  direction      text not null check (direction in ('INBOUND','OUTBOUND')),
  channel        text not null default 'VOICE',
  state          text not null check (state in ('OFFERED','QUEUED','RESERVED','CONNECTING','CONNECTED','WRAP_UP','ENDED')),
  language       text,
  dialled        text,
  remote         text,                            -- the customer's number
  label          text,                            -- call type
  gateway        text not null,
  call_id        uuid not null,
  last_sequence  integer not null default 0,
  priority       integer not null default 5,
  agent_id       uuid references person,
  reservation    integer not null default 0,      -- counts offers to agents; part of the reservation's id
  held           boolean not null default false,
  recording      text not null default 'OFF' check (recording in ('OFF','ON','PAUSED')),
  offered_at     timestamptz not null,
  queued_at      timestamptz,
  reserved_at    timestamptz,
  connected_at   timestamptz,
  ended_at       timestamptz,                     -- the customer's leg is gone
  closed_at      timestamptz,                     -- wrap-up is done
  outcome        text check (outcome in ('HANDLED','ABANDONED','REFUSED','BUSY','NO_ANSWER','MACHINE','FAILED','EXPIRED','LOST')),
  disposition    text,
  note           text,
  primary key (client_id, contact_id)
);
call wall('contact');
create unique index contact_call on contact (client_id, gateway, call_id);
create index contact_live on contact (client_id, state) where state <> 'ENDED';
create index contact_by_day on contact (client_id, program_id, offered_at);
create index contact_by_customer on contact (client_id, customer_id, offered_at);

-- The journal: every contact event once, never changed; the only source for service level, ledger and bills.
create table contact_event (
  client_id   integer not null,
  contact_id  uuid not null,
  position    integer not null,                   -- 1, 2, 3 within the contact
  at          timestamptz not null,
  kind        text not null,                      -- ContactEventKind
  program_id  uuid,
  queue_id    uuid,
  campaign_id uuid,
  agent_id    uuid,
  detail      jsonb not null default '{}',
  primary key (client_id, contact_id, position, at)
) partition by range (at);
call wall('contact_event', false);
create index contact_event_by_program on contact_event (client_id, program_id, at);

-- Presence changes: the agent-second ledger is read from here. client_id 0: time that belongs to no client.
create table agent_event (
  client_id   integer not null,
  person_id   uuid not null,
  position    bigint not null,
  at          timestamptz not null,
  presence    text not null,
  reason      text,
  contact_id  uuid,
  primary key (client_id, person_id, position, at)
) partition by range (at);
call wall('agent_event', false);
create index agent_event_by_person on agent_event (person_id, at);

-- One live session an agent; the newest wins.
create table agent_session (
  person_id    uuid primary key references person,
  session_id   text not null,
  presence     text not null,
  reason       text,
  since        timestamptz not null,
  position     bigint not null default 0,
  client_id    integer not null default 0,
  contact_id   uuid
);
alter table agent_session enable row level security;
alter table agent_session force row level security;
create policy scope on agent_session for select to fairlead_app using (client_id = 0 or client_id = any (scope_clients()));
create policy engine on agent_session to fairlead_engine using (true) with check (true);
grant select on agent_session to fairlead_app;
grant select, insert, update, delete on agent_session to fairlead_engine;

-- Commands the engine decided, in its own order, in the transaction that decided them. What lies above the mark is sent again
-- after a restart; the gateway drops what it has seen.
create table engine_command (
  client_id   integer not null,
  position    bigint not null,
  command_id  uuid not null,
  gateway     text not null,
  body        text not null,
  at          timestamptz not null,
  primary key (client_id, position, at)
) partition by range (at);
call wall('engine_command', false);

create table engine_state (
  one            boolean primary key default true check (one),
  epoch          bigint not null,                 -- fencing token of the owner
  owner          text not null,
  sent_position  bigint not null default 0
);
grant select, insert, update on engine_state to fairlead_engine;
insert into engine_state (epoch, owner) values (0, 'nobody');

create table parked_message (
  parked_id   uuid primary key,
  source      text not null,
  at          timestamptz not null,
  reason      text not null,
  body        text not null
);
grant select, insert on parked_message to fairlead_engine;

-- Partitions by month, made ahead by the launcher and by a timer; a default one so that nothing is ever refused.
create procedure make_month(month date)
  language plpgsql security definer set search_path = fairlead, pg_temp as $$
declare
  t text;
begin
  foreach t in array array['call_event','contact_event','agent_event','engine_command'] loop
    execute format('create table if not exists %I partition of %I for values from (%L) to (%L)',
      t || '_' || to_char(month, 'YYYYMM'), t, date_trunc('month', month), date_trunc('month', month) + interval '1 month');
    execute format('alter table %I enable row level security', t || '_' || to_char(month, 'YYYYMM'));
    execute format('alter table %I force row level security', t || '_' || to_char(month, 'YYYYMM'));
  end loop;
end $$;
revoke all on procedure make_month(date) from public;
grant execute on procedure make_month(date) to fairlead_engine;

do $$ begin
  for i in 0..3 loop
    call make_month((date_trunc('month', current_date) + make_interval(months => i))::date);
  end loop;
end $$;
