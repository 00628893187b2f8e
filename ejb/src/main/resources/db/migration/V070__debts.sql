-- Debts that clients hand over, and their money (collections.md).

-- Debts of one kind that are worked alike: the law and the agreement with the client stand here, as data.
create table portfolio (
  client_id        integer not null references client,
  portfolio_id     uuid not null,
  program_id       uuid not null,
  code             text not null,
  name             text not null,
  currency         text not null check (currency ~ '^[A-Z]{3}$'),
  country          text not null,                 -- region for numbers written without +, and the debtors' law
  campaign_id      uuid,                          -- where its leads go; null: not dialled yet
  allocation_order text[] not null default '{COSTS,FEES,INTEREST,PRINCIPAL}',
  day_count        text not null default 'ACT_365F' check (day_count in ('ACT_365F','ACT_360','THIRTY_360')),
  yearly_rate      numeric(9,6) not null default 0 check (yearly_rate >= 0 and yearly_rate < 10),
  grace_days       integer not null default 3 check (grace_days between 0 and 30),
  tolerance        numeric(5,4) not null default 1 check (tolerance > 0 and tolerance <= 1),
  validation_days  integer not null default 0 check (validation_days between 0 and 90),
  remittance_mode  text not null default 'NET' check (remittance_mode in ('NET','GROSS','COMBINED')),
  mapping          jsonb not null default '{}',   -- the client's column names, kept from the last placement
  primary key (client_id, portfolio_id),
  unique (client_id, code),
  foreign key (client_id, program_id) references program,
  foreign key (client_id, campaign_id) references campaign
);
call wall('portfolio');

create table fee_plan (
  client_id    integer not null references client,
  portfolio_id uuid not null,
  version      integer not null,
  valid_from   date not null,
  tiers        jsonb not null,                    -- org.fairlead.collections.entity.FeePlan.Tier
  primary key (client_id, portfolio_id, version),
  foreign key (client_id, portfolio_id) references portfolio
);
call wall('fee_plan');

create table settlement_floor (
  client_id     integer not null references client,
  portfolio_id  uuid not null,
  role          text not null,
  days_past_due integer not null,
  balance_from  bigint not null,
  part          numeric(5,4) not null check (part between 0 and 1),
  primary key (client_id, portfolio_id, role, days_past_due, balance_from),
  foreign key (client_id, portfolio_id) references portfolio
);
call wall('settlement_floor');

-- One batch that was handed over, or called back.
create table placement (
  client_id     integer not null references client,
  placement_id  uuid not null,
  portfolio_id  uuid not null,
  file_name     text not null,
  file_hash     text not null,
  kind          text not null check (kind in ('PLACEMENT','RECALL')),
  uploaded_by   uuid not null references person,
  uploaded_at   timestamptz not null,
  state         text not null check (state in ('READING','LOADED','REFUSED','FAILED')),
  all_or_none   boolean not null,
  recall_on     date,
  percent       integer not null default 0,
  rows_read     integer not null default 0,
  rows_loaded   integer not null default 0,
  rows_bad      integer not null default 0,
  reason        text,
  primary key (client_id, placement_id),
  foreign key (client_id, portfolio_id) references portfolio
);
call wall('placement');
-- the same file is not taken twice
create unique index placement_once on placement (client_id, portfolio_id, kind, file_hash) where state = 'LOADED';

create table placement_fault (
  client_id    integer not null references client,
  placement_id uuid not null,
  line         integer not null,
  column_name  text not null,
  reason       text not null,
  value        text,
  primary key (client_id, placement_id, line, column_name, reason),
  foreign key (client_id, placement_id) references placement
);
call wall('placement_fault');

create table debt (
  client_id       integer not null references client,
  debt_id         uuid not null,
  portfolio_id    uuid not null,
  placement_id    uuid not null,
  reference       text not null,                  -- the client's own number for it
  currency        text not null,
  status          text not null check (status in ('NEW','VALIDATION','WORKING','PROMISE','PLAN','SETTLEMENT','LEGAL','PAID','SETTLED','RECALLED','CLOSED')),
  past_due_since  date not null,                  -- the first day on which it was late
  placed_on       date not null,
  interest_from   date,                           -- null: none runs
  barred_from     date,                           -- time-barred from this day on
  recall_on       date,
  validation_sent date,
  legal           boolean not null default false,
  score           double precision,
  score_version   integer,
  -- Kept in step with the sum of debt_posting under the row's lock; the nightly check compares them.
  costs           bigint not null default 0 check (costs >= 0),
  fees            bigint not null default 0 check (fees >= 0),
  interest        bigint not null default 0 check (interest >= 0),
  principal       bigint not null default 0 check (principal >= 0),
  overpaid        bigint not null default 0 check (overpaid <= 0),
  version         integer not null default 0,
  primary key (client_id, debt_id),
  unique (client_id, portfolio_id, reference),
  foreign key (client_id, portfolio_id) references portfolio,
  foreign key (client_id, placement_id) references placement
);
call wall('debt');
create index debt_open on debt (client_id, portfolio_id, debt_id) where status not in ('PAID','SETTLED','RECALLED','CLOSED');

create table debt_party (
  client_id   integer not null references client,
  debt_id     uuid not null,
  customer_id uuid not null,
  role        text not null check (role in ('DEBTOR','CO_DEBTOR','GUARANTOR')),
  primary key (client_id, debt_id, customer_id),
  foreign key (client_id, debt_id) references debt,
  foreign key (client_id, customer_id) references customer
);
call wall('debt_party');
create index debt_party_of on debt_party (client_id, customer_id);

create table debt_hold (
  client_id   integer not null references client,
  hold_id     uuid not null,
  debt_id     uuid not null,
  kind        text not null check (kind in ('DISPUTE','BANKRUPT','DECEASED','CEASE','ATTORNEY','BREATHING_SPACE','VULNERABLE','FRAUD')),
  stops_interest boolean not null default false,
  since       timestamptz not null,
  until       timestamptz,                        -- null: until somebody releases it
  placed_by   text not null,
  reason      text not null,
  released_at timestamptz,
  released_by text,
  release_reason text,
  primary key (client_id, hold_id),
  foreign key (client_id, debt_id) references debt
);
call wall('debt_hold');
create index debt_hold_stands on debt_hold (client_id, debt_id) where released_at is null;

-- Double entry, append-only: one row is one posting, a column is an account, the row sums to zero.
create table debt_posting (
  client_id  integer not null references client,
  posting_id uuid not null,
  position   bigint generated by default as identity,  -- the order in which they were posted
  debt_id    uuid not null,
  kind       text not null check (kind in ('PLACEMENT','INTEREST','CHARGE','PAYMENT','REFUND','GIVEN_UP','REVERSAL')),
  value_date date not null,
  posted_at  timestamptz not null,
  reverses   uuid,
  who        text not null,
  why        text not null,
  costs      bigint not null default 0,
  fees       bigint not null default 0,
  interest   bigint not null default 0,
  principal  bigint not null default 0,
  overpaid   bigint not null default 0,
  placed     bigint not null default 0,
  charged    bigint not null default 0,
  collected  bigint not null default 0,
  given_up   bigint not null default 0,
  primary key (client_id, posting_id),
  check (costs + fees + interest + principal + overpaid + placed + charged + collected + given_up = 0),
  check ((kind = 'REVERSAL') = (reverses is not null)),
  foreign key (client_id, debt_id) references debt,
  foreign key (client_id, reverses) references debt_posting
);
call wall('debt_posting', false);
create index debt_posting_of on debt_posting (client_id, debt_id, position);
create unique index debt_posting_reversed_once on debt_posting (client_id, reverses) where reverses is not null;

create table promise (
  client_id  integer not null references client,
  promise_id uuid not null,
  debt_id    uuid not null,
  contact_id uuid,
  plan_id    uuid,                                -- when it is an instalment of a plan
  made_on    date not null,
  due_on     date not null,
  amount     bigint not null check (amount > 0),
  grace_days integer not null,
  tolerance  numeric(5,4) not null,
  state      text not null check (state in ('STANDING','KEPT','BROKEN','REPLACED')),
  made_by    text not null,
  decided_on date,
  primary key (client_id, promise_id),
  check (due_on >= made_on),
  foreign key (client_id, debt_id) references debt
);
call wall('promise');
create index promise_of on promise (client_id, debt_id);
create index promise_standing on promise (client_id, due_on) where state = 'STANDING';
-- money that is posted late turns a broken one round, so these are looked at again
create index promise_broken on promise (client_id, debt_id) where state = 'BROKEN';

-- A plan or a settlement: paying in parts, or paying less, by agreement.
create table arrangement (
  client_id      integer not null references client,
  arrangement_id uuid not null,
  debt_id        uuid not null,
  kind           text not null check (kind in ('PLAN','SETTLEMENT')),
  state          text not null check (state in ('WAITS_FOR_APPROVAL','STANDING','DONE','DEFAULTED','REFUSED','REPLACED')),
  amount         bigint not null check (amount > 0),
  owed_then      bigint not null,
  made_on        date not null,
  made_by        text not null,
  approved_by    text,
  decided_at     timestamptz,
  primary key (client_id, arrangement_id),
  check (approved_by is distinct from made_by),   -- four eyes
  foreign key (client_id, debt_id) references debt
);
call wall('arrangement');
create unique index arrangement_one on arrangement (client_id, debt_id) where state in ('WAITS_FOR_APPROVAL','STANDING');

-- Money that came in, once each: the key is the payer's bank's own, or the provider's.
create table payment (
  client_id    integer not null references client,
  payment_id   uuid not null,
  portfolio_id uuid not null,
  debt_id      uuid,                              -- null: not matched yet
  posting_id   uuid,
  source       text not null,                     -- file, provider, by hand
  source_key   text not null,
  way          text not null check (way in ('TRUST','DIRECT')),
  value_date   date not null,
  amount       bigint not null check (amount > 0),
  currency     text not null,
  reference    text not null,
  payer        text,
  state        text not null check (state in ('UNMATCHED','POSTED','RETURNED')),
  cleared_on   date,
  fee          bigint not null default 0,
  fee_version  integer,
  remittance_id uuid,
  booked_at    timestamptz not null,
  primary key (client_id, payment_id),
  unique (client_id, source_key),
  foreign key (client_id, portfolio_id) references portfolio,
  foreign key (client_id, debt_id) references debt,
  foreign key (client_id, posting_id) references debt_posting
);
call wall('payment');
create index payment_of on payment (client_id, debt_id);
create index payment_unmatched on payment (client_id, booked_at) where state = 'UNMATCHED';
create index payment_to_remit on payment (client_id, portfolio_id, cleared_on) where remittance_id is null and state = 'POSTED';

-- What each client's trust holds, append-only.
create table trust_line (
  client_id   integer not null references client,
  line_id     uuid not null,
  portfolio_id uuid not null,
  currency    text not null,
  move        text not null check (move in ('RECEIVED','CLEARED','RETURNED','ADVANCED','ADVANCE_REPAID','FEE_MOVED','REFUNDED','REMITTED')),
  amount      bigint not null check (amount > 0),
  value_date  date not null,
  posted_at   timestamptz not null,
  reference   text not null,
  who         text not null,
  primary key (client_id, line_id),
  foreign key (client_id, portfolio_id) references portfolio
);
call wall('trust_line', false);
create index trust_line_of on trust_line (client_id, portfolio_id, currency, line_id);

create table remittance (
  client_id     integer not null references client,
  remittance_id uuid not null,
  portfolio_id  uuid not null,
  currency      text not null,
  until         date not null,                    -- money that had cleared by the end of this day
  mode          text not null,
  repaid        bigint not null,
  fees_moved    bigint not null,
  paid          bigint not null,
  invoiced      bigint not null,
  made_at       timestamptz not null,
  made_by       text not null,
  primary key (client_id, remittance_id),
  unique (client_id, portfolio_id, currency, until),
  foreign key (client_id, portfolio_id) references portfolio
);
call wall('remittance');

-- Strategies and score tables are versions; what decided a debt's fate is never edited afterwards.
create table collection_strategy (
  client_id    integer not null references client,
  portfolio_id uuid not null,
  version      integer not null,
  state        text not null check (state in ('DRAFT','PUBLISHED','RETIRED')),
  body         jsonb not null,                    -- org.fairlead.collections.entity.Strategy
  published_by text,
  published_at timestamptz,
  primary key (client_id, portfolio_id, version),
  foreign key (client_id, portfolio_id) references portfolio
);
call wall('collection_strategy');

-- What happened to a debt, for people: the timeline of the debtor page.
create table debt_event (
  client_id  integer not null references client,
  event_id   uuid not null,
  debt_id    uuid not null,
  at         timestamptz not null,
  who        text not null,
  kind       text not null,
  detail     jsonb not null default '{}',
  primary key (client_id, event_id),
  foreign key (client_id, debt_id) references debt
);
call wall('debt_event', false);
create index debt_event_of on debt_event (client_id, debt_id, at);
