-- What a payment provider holds for us, append-only: what it took for debts, less what came back and what it paid out.
create table provider_line (
  client_id    integer not null references client,
  line_id      uuid not null,
  portfolio_id uuid not null,
  provider     text not null,
  currency     text not null,
  move         text not null check (move in ('TAKEN','CAME_BACK','PAID_OUT')),
  amount       bigint not null check (amount > 0),
  value_date   date not null,
  posted_at    timestamptz not null,
  reference    text not null,
  who          text not null,
  primary key (client_id, line_id),
  foreign key (client_id, portfolio_id) references portfolio
);
call wall('provider_line', false);
create index provider_line_of on provider_line (client_id, portfolio_id, provider, currency);

-- How the bank's files name a provider: as the payer, or within the words of the movement.
create table provider_sign (
  client_id integer not null references client,
  provider  text not null check (provider <> ''),
  words     text not null check (length(regexp_replace(words, '[^[:alnum:]]', '', 'g')) >= 4),
  said_by   text not null,
  said_at   timestamptz not null,
  primary key (client_id, words)
);
call wall('provider_sign');

-- A provider's payout is for no debt: its payments reached their debts when they were made.
alter table payment drop constraint payment_state_check;
alter table payment add constraint payment_state_check check (state in ('UNMATCHED','POSTED','RETURNED','PAYOUT'));

alter table payment no force row level security;
alter table provider_line no force row level security;
insert into provider_line
  select client_id, gen_random_uuid(), portfolio_id, split_part(source_key, ':', 1), currency, 'TAKEN', amount, value_date,
    booked_at, 'payment ' || payment_id, 'provider'
  from payment where source = 'provider';
insert into provider_line
  select client_id, gen_random_uuid(), portfolio_id, split_part(source_key, ':', 1), currency, 'CAME_BACK', amount,
    coalesce(returned_on, value_date), booked_at, 'payment ' || payment_id, 'provider'
  from payment where source = 'provider' and state = 'RETURNED' and return_key is not null;
alter table provider_line force row level security;
alter table payment force row level security;
