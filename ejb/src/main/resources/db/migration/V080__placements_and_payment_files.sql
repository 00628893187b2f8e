-- What a client hands over with its debts, who was asked who they are, and the files that money comes in.

alter table portfolio add column clearing_days integer not null default 1 check (clearing_days between 0 and 30);
alter table placement add column rows_linked integer not null default 0;

-- What a placement says of a person beyond what every customer has: read to check an identity, never shown before.
create table debtor (
  client_id   integer not null references client,
  customer_id uuid not null,
  birth_date  date,
  street      text,
  postal_code text,
  primary key (client_id, customer_id),
  foreign key (client_id, customer_id) references customer
);
call wall('debtor');

-- Who spoke in a contact: nothing of a debt is shown to the agent before this says so.
create table debtor_check (
  client_id   integer not null references client,
  contact_id  uuid not null,
  customer_id uuid not null,
  tries       integer not null default 0,
  passed_at   timestamptz,
  login       text not null,
  primary key (client_id, contact_id),
  foreign key (client_id, customer_id) references customer
);
call wall('debtor_check');

create table payment_file (
  client_id    integer not null references client,
  file_id      uuid not null,
  portfolio_id uuid not null,
  file_name    text not null,
  file_hash    text not null,
  format       text not null check (format in ('CAMT','BAI2','CSV')),
  uploaded_by  text not null,
  uploaded_at  timestamptz not null,
  state        text not null check (state in ('TAKEN','REFUSED')),
  reason       text,
  detail       text,
  entries      integer not null default 0,
  posted       integer not null default 0,
  parked       integer not null default 0,
  known        integer not null default 0,        -- movements that an earlier file had brought
  primary key (client_id, file_id),
  foreign key (client_id, portfolio_id) references portfolio
);
call wall('payment_file');

alter table payment add column file_id uuid;
alter table payment add column matched_by text check (matched_by in ('REFERENCE','AMOUNT_AND_DEBTOR','PERSON'));
alter table payment add column reason text;         -- why it waits for a person
alter table payment add column outgoing boolean not null default false;   -- one that came back and is not matched yet
alter table payment add column cleared boolean not null default false;
alter table payment add column returned_on date;
alter table payment add column return_key text;     -- the bank's own key of its coming back
alter table payment add column return_settled uuid; -- the remittance that took its fee back
create unique index payment_returned_once on payment (client_id, return_key) where return_key is not null;
alter table payment add constraint payment_file_of foreign key (client_id, file_id) references payment_file;

-- How far a nightly run has come: a server that dies goes on behind the last debt that was committed.
create table collections_run (
  client_id    integer not null references client,
  day          date not null,
  step         text not null check (step in ('INTEREST','PROMISES','LEADS')),
  last_debt    uuid,
  done         bigint not null default 0,
  finished_at  timestamptz,
  primary key (client_id, day, step)
);
call wall('collections_run');

-- A bank's movement names a debt as its payer wrote it: letters and digits decide.
create index debt_by_written_reference on debt (client_id, portfolio_id, (upper(regexp_replace(reference, '[^0-9A-Za-z]', '', 'g'))));
create index outreach_hold_by_source on outreach_hold (client_id, source);
