-- Letters, e-mails and messages about debts: what they say, and each one that was written with the decision about it.

alter table portfolio add column remind_days integer not null default 2 check (remind_days between 0 and 14);

-- A version is never changed: what was sent can be read again as it was.
create table wording (
  client_id    integer not null references client,
  portfolio_id uuid not null,
  code         text not null check (code in ('VALIDATION','LETTER','MESSAGE','REMINDER')),
  channel      text not null check (channel in ('LETTER','EMAIL','SMS')),
  language     text not null,
  version      integer not null,
  subject      text not null,
  body         text not null,
  made_by      text not null,
  made_at      timestamptz not null,
  primary key (client_id, portfolio_id, code, channel, language, version),
  foreign key (client_id, portfolio_id) references portfolio
);
call wall('wording');

create table debt_message (
  client_id   integer not null references client,
  message_id  uuid not null,
  debt_id     uuid not null,
  customer_id uuid not null,
  code        text not null,
  channel     text not null check (channel in ('LETTER','EMAIL','SMS')),
  language    text not null,
  version     integer not null,
  address     text not null,
  subject     text not null,
  body        text not null,
  state       text not null check (state in ('WAITS','SENT','DENIED','FAILED')),
  verdict     jsonb,                              -- the last decision about it
  reason      text,                               -- why it was not sent
  about       uuid,                               -- the promise or arrangement that it reminds of
  due_on      date,
  made_by     text not null,
  made_at     timestamptz not null,
  next_try    timestamptz not null,
  sent_at     timestamptz,
  tries       integer not null default 0,
  primary key (client_id, message_id),
  foreign key (client_id, debt_id) references debt,
  foreign key (client_id, customer_id) references customer
);
call wall('debt_message');
create index debt_message_of on debt_message (client_id, debt_id, made_at);
create index debt_message_waits on debt_message (client_id, next_try) where state = 'WAITS';
create unique index debt_message_reminds_once on debt_message (client_id, about, due_on)
  where about is not null and state <> 'DENIED';

-- A letter is a way to reach people too, and counts where a rule counts every way.
alter table outreach_import drop constraint outreach_import_channel_check;
alter table outreach_import add constraint outreach_import_channel_check
  check (channel in ('VOICE', 'SMS', 'EMAIL', 'CHAT', 'MEETING', 'LETTER'));
