-- Plans and settlements line by line, and who may agree to what.

alter table portfolio add column plan_rate numeric(9,6) not null default 0 check (plan_rate >= 0 and plan_rate < 10);   -- yearly

alter table arrangement add column contact_id uuid;
alter table arrangement add column grace_days integer not null default 0 check (grace_days between 0 and 30);
alter table arrangement add column tolerance numeric(5,4) not null default 1 check (tolerance > 0 and tolerance <= 1);
alter table arrangement add column made_as text not null default 'agent';   -- the role whose authority was asked
alter table arrangement add column made_at timestamptz;
alter table arrangement add column stood_from timestamptz;                 -- no interest is booked from then ...
alter table arrangement add column ended_at timestamptz;                    -- ... until then
alter table arrangement add column reason text;                             -- why it was refused or taken back
alter table arrangement add column given_up uuid;                           -- the posting that gave up the rest
alter table arrangement add foreign key (client_id, given_up) references debt_posting;
create index arrangement_of on arrangement (client_id, debt_id);
create index arrangement_open on arrangement (client_id, state) where state in ('WAITS_FOR_APPROVAL','STANDING');

create table arrangement_line (
  client_id      integer not null references client,
  arrangement_id uuid not null,
  line           integer not null check (line > 0),
  due_on         date not null,
  amount         bigint not null check (amount > 0),
  interest       bigint not null default 0 check (interest >= 0),
  charged        uuid,                              -- the posting of its interest
  primary key (client_id, arrangement_id, line),
  foreign key (client_id, arrangement_id) references arrangement,
  foreign key (client_id, charged) references debt_posting
);
call wall('arrangement_line');
create index arrangement_line_due on arrangement_line (client_id, due_on);

-- How long a plan each role may agree to by itself, as the client has said.
create table plan_limit (
  client_id    integer not null references client,
  portfolio_id uuid not null,
  role         text not null,
  instalments  integer not null check (instalments between 1 and 120),
  least        bigint not null default 0,          -- no instalment below, in minor units
  primary key (client_id, portfolio_id, role),
  foreign key (client_id, portfolio_id) references portfolio
);
call wall('plan_limit');
