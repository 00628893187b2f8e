create table campaign (
  client_id     integer not null references client,
  campaign_id   uuid not null,
  program_id    uuid not null,
  code          text not null,
  name          text not null,
  mode          text not null check (mode in ('PREVIEW','PROGRESSIVE')),
  state         text not null check (state in ('DRAFT','RUNNING','PAUSED','ENDED')),
  gateway       text not null,
  caller_id     text not null,
  language      text not null,
  skills        jsonb not null default '{}',
  country       text not null,                    -- region for numbers written without +
  call_from     time not null default '09:00',    -- the campaign's own hours, inside the law's
  call_until    time not null default '20:00',
  ring_seconds  integer not null default 25 check (ring_seconds between 5 and 120),
  wrap_up_seconds integer not null default 60,
  preview_seconds integer not null default 120,
  cap_count     integer not null default 3,       -- at most so many attempts ...
  cap_days      integer not null default 7,       -- ... to one number in so many days
  retry         jsonb not null default '{}',      -- {"BUSY": {"after": "PT15M", "times": 3}, ...}
  primary key (client_id, campaign_id),
  unique (client_id, code),
  foreign key (client_id, program_id) references program
);
call wall('campaign');

create table lead_list (
  client_id     integer not null references client,
  list_id       uuid not null,
  campaign_id   uuid not null,
  name          text not null,
  uploaded_by   uuid not null references person,
  uploaded_at   timestamptz not null,
  state         text not null check (state in ('READING','LOADED','REFUSED','FAILED')),
  all_or_none   boolean not null,
  rows_read     integer not null default 0,
  rows_loaded   integer not null default 0,
  rows_bad      integer not null default 0,
  reason        text,
  primary key (client_id, list_id),
  foreign key (client_id, campaign_id) references campaign
);
call wall('lead_list');

create table lead_list_fault (
  client_id  integer not null references client,
  list_id    uuid not null,
  line       integer not null,
  column_name text not null,
  reason     text not null,                       -- key of the bundle
  value      text,                                -- as read, cut to 200 characters
  primary key (client_id, list_id, line, column_name, reason),
  foreign key (client_id, list_id) references lead_list
);
call wall('lead_list_fault');

create table lead (
  client_id    integer not null references client,
  lead_id      uuid not null,
  campaign_id  uuid not null,
  list_id      uuid not null,
  number       text not null check (number ~ '^\+[0-9]{6,15}$'),
  name         text not null,
  language     text,
  country      text not null,
  region       text,
  city         text,
  postal_code  text,
  time_zones   text[] not null,                   -- every zone the number or address may lie in
  reference    text,
  fields       jsonb not null default '{}',       -- all other columns, by name
  state        text not null default 'READY' check (state in ('READY','TAKEN','CALLBACK','DONE','EXHAUSTED','DO_NOT_CALL')),
  attempts     integer not null default 0,
  last_outcome text,
  next_at      timestamptz,
  rank         integer not null default 0,
  primary key (client_id, lead_id),
  unique (client_id, campaign_id, number),
  foreign key (client_id, campaign_id) references campaign,
  foreign key (client_id, list_id) references lead_list
);
call wall('lead');
create index lead_next on lead (client_id, campaign_id, rank, next_at nulls first, lead_id) where state in ('READY','CALLBACK');

-- One try to reach a customer on one number: written before the dial leaves, ended exactly once. Denied tries too.
create table attempt (
  client_id    integer not null references client,
  attempt_id   uuid not null,
  campaign_id  uuid not null,
  lead_id      uuid not null,
  number       text not null,
  mode         text not null,
  agent_id     uuid references person,
  allowed      boolean not null,
  verdict      jsonb not null,                    -- rules that decided, what they counted, when next
  next_allowed timestamptz,
  written_at   timestamptz not null,
  expires_at   timestamptz,
  fence        bigint not null default 0,
  state        text not null check (state in ('DENIED','WRITTEN','SENT','ENDED')),
  outcome      text check (outcome in ('HANDLED','ABANDONED','BUSY','NO_ANSWER','MACHINE','FAILED','EXPIRED','REFUSED','UNKNOWN')),
  ended_at     timestamptz,
  primary key (client_id, attempt_id),
  foreign key (client_id, lead_id) references lead,
  foreign key (client_id, campaign_id) references campaign
);
call wall('attempt');
create index attempt_by_number on attempt (client_id, number, written_at) where allowed;
create index attempt_open on attempt (client_id, campaign_id) where state in ('WRITTEN','SENT');

create table callback (
  client_id    integer not null references client,
  callback_id  uuid not null,
  campaign_id  uuid,
  lead_id      uuid,
  contact_id   uuid,
  agent_id     uuid references person,            -- null: anyone
  number       text not null,
  due_at       timestamptz not null,
  state        text not null check (state in ('DUE','DONE','DROPPED')),
  primary key (client_id, callback_id)
);
call wall('callback');

-- Numbers that must not be called. client_id 0: for every client.
create table do_not_call (
  client_id  integer not null references client,
  number     text not null,
  since      timestamptz not null,
  source     text not null,
  primary key (client_id, number)
);
call wall('do_not_call');
-- The outsourcer's own list binds everyone: readable in any scope, changed in scope 0 alone.
create policy everyone_reads_the_global_list on do_not_call for select to fairlead_app using (client_id = 0);
