-- What a strategy or a person wants somebody to do about a debt away from the telephone: a visit, a lawyer's look, the way
-- to court, a credit report. Open until it is done, cannot be done, or something stops it.
create table debt_task (
  client_id  integer not null references client,
  task_id    uuid not null,
  debt_id    uuid not null,
  kind       text not null check (kind in ('FIELD_VISIT','LEGAL_REVIEW','LEGAL_REFERRAL','CREDIT_REPORT')),
  state      text not null check (state in ('OPEN','TAKEN','DONE','NOT_POSSIBLE','WITHDRAWN')),
  opened_at  timestamptz not null,
  opened_by  text not null,
  why        text not null,                        -- of the strategy its version and segment, of a person the words
  taken_by   text,
  taken_at   timestamptz,
  agency     text,                                 -- outside, who was handed it
  closed_by  text,
  closed_at  timestamptz,
  outcome    text,                                 -- what came of it, or why not
  primary key (client_id, task_id),
  check ((state in ('DONE','NOT_POSSIBLE','WITHDRAWN')) = (closed_at is not null)),
  foreign key (client_id, debt_id) references debt
);
call wall('debt_task');
-- one of a kind at a time: a second visit is asked for when the first is over
create unique index debt_task_once on debt_task (client_id, debt_id, kind) where state in ('OPEN','TAKEN');
create index debt_task_closed on debt_task (client_id, closed_at) where closed_at is not null;

-- What was found on the way; only added to.
create table debt_task_note (
  client_id  integer not null references client,
  note_id    uuid not null,
  task_id    uuid not null,
  at         timestamptz not null,
  who        text not null,
  words      text not null,
  primary key (client_id, note_id),
  foreign key (client_id, task_id) references debt_task
);
call wall('debt_task_note', false);
create index debt_task_note_of on debt_task_note (client_id, task_id, at);
