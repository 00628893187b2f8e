-- How likely a debt is to be paid: tables in versions, scores with what they are made of, and their past to be judged by.

create table score_table (
  client_id    integer not null references client,
  portfolio_id uuid not null,
  version      integer not null,
  state        text not null check (state in ('DRAFT','PUBLISHED')),
  body         jsonb not null,                    -- org.fairlead.collections.entity.Score
  valid_from   date,
  drafted_by   text,
  drafted_at   timestamptz,
  published_by text,
  published_at timestamptz,
  primary key (client_id, portfolio_id, version),
  foreign key (client_id, portfolio_id) references portfolio
);
call wall('score_table');
create unique index score_table_draft on score_table (client_id, portfolio_id) where state = 'DRAFT';

alter table debt add column score_reasons jsonb;  -- what it is made of: fact, value, weight, points
alter table debt add column scored_on date;

-- Once a month and version, append-only: what was foretold.
create table debt_score (
  client_id    integer not null references client,
  debt_id      uuid not null,
  portfolio_id uuid not null,
  scored_on    date not null,
  version      integer not null,
  score        double precision not null check (score between 0 and 1),
  primary key (client_id, debt_id, version, scored_on),
  foreign key (client_id, debt_id) references debt
);
call wall('debt_score', false);
create index debt_score_of on debt_score (client_id, portfolio_id, version, scored_on);

alter table collections_run drop constraint collections_run_step_check;
alter table collections_run add constraint collections_run_step_check
  check (step in ('RECALLS','INTEREST','PROMISES','REMINDERS','SCORES','LEADS'));
