-- What was placed and collected by month of placement, kept as it happens: a view of it reads a few rows and not the ledger.
-- A test compares it with the sum of all postings after each kind of thing that happens to debts.
create table vintage (
  client_id    integer not null references client,
  portfolio_id uuid not null,
  month        date not null,
  debts        bigint not null default 0,
  paid         bigint not null default 0,
  placed       bigint not null default 0,
  collected    bigint not null default 0,
  primary key (client_id, portfolio_id, month),
  foreign key (client_id, portfolio_id) references portfolio
);
call wall('vintage');

alter table debt no force row level security;
alter table debt_posting no force row level security;
alter table vintage no force row level security;
insert into vintage (client_id, portfolio_id, month, debts, paid, placed, collected)
select d.client_id, d.portfolio_id, date_trunc('month', d.placed_on)::date, count(*), count(*) filter (where d.status = 'PAID'),
  coalesce(sum(x.placed), 0), coalesce(sum(x.collected), 0)
from debt d cross join lateral (
  select -coalesce(sum(g.placed), 0) as placed, coalesce(sum(g.collected), 0) as collected
  from debt_posting g where g.client_id = d.client_id and g.debt_id = d.debt_id) x
group by 1, 2, 3;
alter table vintage force row level security;
alter table debt_posting force row level security;
alter table debt force row level security;

create function vintage_of_debts() returns trigger language plpgsql as $$
begin
  insert into vintage as v (client_id, portfolio_id, month, debts, paid)
  select client_id, portfolio_id, date_trunc('month', placed_on)::date, count(*), count(*) filter (where status = 'PAID')
  from fresh group by 1, 2, 3 order by 1, 2, 3
  on conflict (client_id, portfolio_id, month) do update set debts = v.debts + excluded.debts, paid = v.paid + excluded.paid;
  return null;
end $$;
create trigger vintage_of_debts after insert on debt referencing new table as fresh
  for each statement execute function vintage_of_debts();

create function vintage_of_postings() returns trigger language plpgsql as $$
begin
  insert into vintage as v (client_id, portfolio_id, month, placed, collected)
  select d.client_id, d.portfolio_id, date_trunc('month', d.placed_on)::date, -sum(g.placed), sum(g.collected)
  from fresh g join debt d on d.client_id = g.client_id and d.debt_id = g.debt_id
  where g.placed <> 0 or g.collected <> 0
  group by 1, 2, 3 order by 1, 2, 3
  on conflict (client_id, portfolio_id, month)
  do update set placed = v.placed + excluded.placed, collected = v.collected + excluded.collected;
  return null;
end $$;
create trigger vintage_of_postings after insert on debt_posting referencing new table as fresh
  for each statement execute function vintage_of_postings();

create function vintage_of_status() returns trigger language plpgsql as $$
begin
  update vintage set paid = paid + (new.status = 'PAID')::int - (old.status = 'PAID')::int
  where client_id = new.client_id and portfolio_id = new.portfolio_id and month = date_trunc('month', new.placed_on)::date;
  return null;
end $$;
create trigger vintage_of_status after update of status on debt for each row
  when ((old.status = 'PAID') is distinct from (new.status = 'PAID')) execute function vintage_of_status();

create function vintage_without() returns trigger language plpgsql as $$
begin
  update vintage v set debts = v.debts - x.debts, paid = v.paid - x.paid
  from (select client_id, portfolio_id, date_trunc('month', placed_on)::date as month, count(*) as debts,
          count(*) filter (where status = 'PAID') as paid from gone group by 1, 2, 3) x
  where v.client_id = x.client_id and v.portfolio_id = x.portfolio_id and v.month = x.month;
  return null;
end $$;
create trigger vintage_without after delete on debt referencing old table as gone
  for each statement execute function vintage_without();
