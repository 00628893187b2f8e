create table client (
  client_id  integer primary key,
  code       text not null,
  name       text not null,
  country    text not null,
  time_zone  text not null,
  active     boolean not null default true,
  unique (client_id, code)
);
call wall('client');

create table site (
  site_id    integer primary key,
  code       text not null unique,
  name       text not null,
  country    text not null,
  time_zone  text not null,
  gateway    text not null unique
);
grant select on site to fairlead_app, fairlead_engine;
grant insert, update on site to fairlead_engine;

create table brand (
  client_id    integer not null references client,
  brand_id     uuid not null,
  code         text not null,
  name         text not null,
  mark         text not null,                 -- one or two letters shown where there is no logo
  accent       text not null check (accent ~ '^#[0-9a-f]{6}$'),
  accent_dark  text not null check (accent_dark ~ '^#[0-9a-f]{6}$'),
  primary key (client_id, brand_id),
  unique (client_id, code)
);
call wall('brand');

create table program (
  client_id   integer not null references client,
  program_id  uuid not null,
  brand_id    uuid not null,
  code        text not null,
  name        text not null,
  kind        text not null check (kind in ('SUPPORT','TELESALES','COLLECTIONS')),
  languages   text[] not null,                -- the first is the default
  primary key (client_id, program_id),
  unique (client_id, code),
  foreign key (client_id, brand_id) references brand
);
call wall('program');

-- Skills are plain words; languages are skills ("lang:it").
create table queue (
  client_id       integer not null references client,
  queue_id        uuid not null,
  program_id      uuid not null,
  code            text not null,
  name            text not null,
  priority        integer not null default 5 check (priority between 0 and 9),   -- 0 is served first
  skills          jsonb not null default '{}',    -- {"lang:it": 2, "billing": 1}: skill and least proficiency
  greeting        text,                           -- prompt played before the wait
  target_seconds  integer not null default 20,
  reservation_seconds integer not null default 15,
  wrap_up_seconds integer not null default 60,
  open            boolean not null default true,
  primary key (client_id, queue_id),
  unique (client_id, code),
  foreign key (client_id, program_id) references program
);
call wall('queue');

create table dialled_number (
  client_id   integer not null references client,
  number      text not null check (number ~ '^\+[0-9]{6,15}$'),
  queue_id    uuid not null,
  language    text not null,
  label       text not null,                      -- the call type that is shown and whispered
  primary key (client_id, number),
  foreign key (client_id, queue_id) references queue
);
call wall('dialled_number');
-- A number rings at one client only: the one key without the client in front, named in the catalogue test.
create unique index dialled_number_once on dialled_number (number);

create table person (
  person_id  uuid primary key,
  login      text not null unique,
  name       text not null,
  site_id    integer not null references site,
  language   text not null,                       -- of the interface and of the script's second column
  active     boolean not null default true
);
grant select, insert, update on person to fairlead_app, fairlead_engine;

create table person_skill (
  person_id    uuid not null references person,
  skill        text not null,
  proficiency  integer not null check (proficiency between 1 and 5),
  primary key (person_id, skill)
);
grant select, insert, update, delete on person_skill to fairlead_app, fairlead_engine;

create table person_client (
  client_id  integer not null references client,
  person_id  uuid not null references person,
  primary key (client_id, person_id)
);
call wall('person_client');
-- Who someone serves must be known before a scope can be set: enter_scope() below reads it as the owner.
create policy own_scope on person_client for select to fairlead_owner using (true);

-- Enters the scope of a login for the rest of the transaction: every client that the person serves,
-- client 0 included where it is assigned. An unknown or inactive login gets an empty scope and no row.
create function enter_scope(who text) returns table (person_id uuid, name text, site_id integer, language text, clients integer[])
  language plpgsql security definer set search_path = fairlead, pg_temp as $$
begin
  return query
    select p.person_id, p.name, p.site_id, p.language,
           coalesce((select array_agg(c.client_id order by c.client_id) from person_client c where c.person_id = p.person_id), '{}')
    from person p where p.login = who and p.active;
  perform set_config('fairlead.clients', coalesce((
    select array_agg(c.client_id order by c.client_id)::text
    from person_client c join person p on p.person_id = c.person_id where p.login = who and p.active), '{}'), true);
end $$;
revoke all on function enter_scope(text) from public;
grant execute on function enter_scope(text) to fairlead_app;

create table customer (
  client_id    integer not null references client,
  customer_id  uuid not null,
  name         text not null,
  language     text not null,
  country      text not null,
  city         text,
  reference    text,                              -- the client's own number for the customer
  vip          boolean not null default false,
  since        date,
  primary key (client_id, customer_id)
);
call wall('customer');
create unique index customer_reference on customer (client_id, reference) where reference is not null;

create table contact_point (
  client_id         integer not null references client,
  contact_point_id  uuid not null,
  customer_id       uuid not null,
  kind              text not null check (kind in ('PHONE','EMAIL')),
  value             text not null,
  time_zone         text,
  primary key (client_id, contact_point_id),
  unique (client_id, kind, value, customer_id),
  foreign key (client_id, customer_id) references customer
);
call wall('contact_point');
create index contact_point_value on contact_point (client_id, value);

create table customer_note (
  client_id    integer not null references client,
  note_id      uuid not null,
  customer_id  uuid not null,
  contact_id   uuid,
  author_id    uuid not null references person,
  written_at   timestamptz not null,
  words        text not null,
  primary key (client_id, note_id),
  foreign key (client_id, customer_id) references customer
);
call wall('customer_note');

create table disposition (
  client_id     integer not null references client,
  program_id    uuid not null,
  code          text not null,
  digit         integer not null check (digit between 0 and 9),   -- the key that chooses it
  names         jsonb not null,                   -- {"en": "...", "it": "..."}
  category      text not null check (category in ('RESOLVED','SALE','PROMISE','REFUSED','CALLBACK','NO_CONTACT','WRONG_PARTY','DO_NOT_CALL','ESCALATED','OTHER')),
  primary key (client_id, program_id, code),
  unique (client_id, program_id, digit),
  foreign key (client_id, program_id) references program
);
call wall('disposition');

create table script_version (
  client_id     integer not null references client,
  program_id    uuid not null,
  version       integer not null,
  state         text not null check (state in ('DRAFT','PUBLISHED','RETIRED')),
  title         jsonb not null,                   -- by language
  blocks        jsonb not null,                   -- ordered blocks, see org.fairlead.script.ScriptBlock
  approved_by   text,
  approved_on   date,
  primary key (client_id, program_id, version),
  foreign key (client_id, program_id) references program
);
call wall('script_version');
create unique index script_published on script_version (client_id, program_id) where state = 'PUBLISHED';
