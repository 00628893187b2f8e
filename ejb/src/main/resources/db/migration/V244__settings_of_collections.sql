-- What only rows said is edited in the console: what the law wants said and by when it wants an answer, in versions with a
-- first day; how far a role may go, raised by two.

-- The house's own (client 0), read by everybody, written in the house's scope alone; a version is never changed.
alter table statutory_text add column client_id integer not null default 0;
alter table statutory_text add column valid_from date;                     -- null: from the beginning
alter table statutory_text add column made_by text not null default 'installation';
alter table statutory_text add column made_at timestamptz not null default now();
alter table statutory_text add column reason text not null default '';
alter table statutory_text drop constraint statutory_text_pkey;
alter table statutory_text add primary key (client_id, country, occasion, language, version);
call wall('statutory_text', false);
create policy everyone_reads_the_house_texts on statutory_text for select to fairlead_app using (client_id = 0);

alter table case_term add column client_id integer not null default 0;
alter table case_term add column version integer not null default 1 check (version > 0);
alter table case_term add column valid_from date;
alter table case_term add column made_by text not null default 'installation';
alter table case_term add column made_at timestamptz not null default now();
alter table case_term add column reason text not null default '';
alter table case_term drop constraint case_term_pkey;
alter table case_term add primary key (client_id, country, kind, version);
call wall('case_term', false);
create policy everyone_reads_the_house_terms on case_term for select to fairlead_app using (client_id = 0);

-- Each change of what roles may agree to: what stood afterwards, and who let it.
create table authority_change (
  client_id    integer not null references client,
  change_id    uuid not null,
  portfolio_id uuid not null,
  body         jsonb not null,                    -- org.fairlead.collections.Authorities.Table
  raises       boolean not null,                  -- somebody may go further than before: a second person confirms it
  state        text not null check (state in ('WAITS','IN_FORCE','REFUSED','WITHDRAWN')),
  reason       text not null,
  made_by      text not null,
  made_at      timestamptz not null,
  decided_by   text,
  decided_at   timestamptz,
  primary key (client_id, change_id),
  check (not (raises and state = 'IN_FORCE' and decided_by is not distinct from made_by)),   -- four eyes
  check ((state = 'WAITS') = (decided_at is null)),
  foreign key (client_id, portfolio_id) references portfolio
);
call wall('authority_change');
create unique index authority_change_waits on authority_change (client_id, portfolio_id) where state = 'WAITS';
create index authority_change_of on authority_change (client_id, portfolio_id, made_at);
