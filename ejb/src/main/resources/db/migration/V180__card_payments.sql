-- What a payment provider was asked to take, and what became of it. What is typed of a card is typed at the provider's:
-- no column here could hold it.
create table card_order (
  client_id    integer not null references client,
  order_id     uuid not null,
  portfolio_id uuid not null,
  debt_id      uuid not null,
  contact_id   uuid,
  way          text not null check (way in ('KEYPAD','SMS','EMAIL')),
  amount       bigint not null check (amount > 0),
  currency     text not null,
  state        text not null check (state in ('LINK','OPEN','PAID','FAILED','EXPIRED','CANCELLED','RETURNED')),
  message_id   uuid,                              -- that brought the link
  provider     text,                              -- null until one was asked
  provider_key text,                              -- its own name for the order
  payment_id   uuid,
  made_by      text not null,
  made_at      timestamptz not null,
  expires_at   timestamptz not null,
  asked_at     timestamptz,                       -- when the provider was last asked how it stands
  decided_at   timestamptz,
  primary key (client_id, order_id),
  check ((provider is null) = (provider_key is null)),
  foreign key (client_id, debt_id) references debt,
  foreign key (client_id, contact_id) references contact,
  foreign key (client_id, message_id) references debt_message,
  foreign key (client_id, payment_id) references payment
);
call wall('card_order');
create index card_order_of on card_order (client_id, debt_id, made_at);
create index card_order_shown on card_order (client_id, portfolio_id, made_at);
create index card_order_open on card_order (client_id, made_at) where state in ('LINK','OPEN');
create unique index card_order_at_provider on card_order (provider, provider_key) where provider is not null;

alter table payment drop constraint payment_matched_by_check;
alter table payment add constraint payment_matched_by_check
  check (matched_by in ('REFERENCE','AMOUNT_AND_DEBTOR','PERSON','PROVIDER'));

-- The words that bring a link.
alter table wording drop constraint wording_code_check;
alter table wording add constraint wording_code_check check (code in ('VALIDATION','LETTER','MESSAGE','REMINDER','LINK'));
