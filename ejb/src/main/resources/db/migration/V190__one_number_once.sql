-- The owner sees rows behind the wall only while it is not forced: V045 and V130 changed nothing where rows were there.
alter table campaign no force row level security;
alter table lead no force row level security;
alter table lead_number no force row level security;
alter table debt no force row level security;

-- V045: the window over which each country's regulator counts. Whoever has edited a campaign since has seen its window.
update campaign set abandon_window = case country when 'US' then 'DAYS_30' else 'MONTH' end
  where abandon_window = 'DAY' and country in ('US', 'CA') and version = 0;
-- V130: the zone by whose day a lead is called.
update lead set zone = time_zones[1] where zone = '' and time_zones[1] is not null;

-- Nobody is called again about a debt that has ended, also where nothing was left to try when it did.
drop index lead_of_debt;
create index lead_of_debt on lead (client_id, (fields ->> 'debt'))
  where fields ->> 'debt' is not null and state in ('READY', 'CALLBACK', 'TAKEN', 'EXHAUSTED');
update lead l set state = 'DONE', next_at = null, withdrawn = true
  where l.state = 'EXHAUSTED' and (l.withdrawn or exists (
    select 1 from debt d where d.client_id = l.client_id and d.debt_id::text = l.fields ->> 'debt'
      and d.status in ('PAID', 'SETTLED', 'RECALLED', 'CLOSED')));

-- A lead has each number once; an update by reference could give it one twice.
delete from lead_number n using lead_number o
  where o.client_id = n.client_id and o.lead_id = n.lead_id and o.number = n.number and o.turn < n.turn;
-- Turns are a key, which is looked at row by row: they go past those that are still to be moved.
alter table lead_number drop constraint lead_number_turn_check;
update lead_number n set turn = -1 - r.place
  from (select client_id, lead_id, turn, row_number() over (partition by client_id, lead_id order by turn) - 1 as place
        from lead_number) r
  where r.client_id = n.client_id and r.lead_id = n.lead_id and r.turn = n.turn and r.place < n.turn;
update lead_number set turn = -1 - turn where turn < 0;
alter table lead_number add constraint lead_number_turn_check check (turn between 0 and 9);
update lead l set numbers = n.numbers, turn = 0
  from (select client_id, lead_id, count(*) as numbers from lead_number group by client_id, lead_id) n
  where n.client_id = l.client_id and n.lead_id = l.lead_id and n.numbers <> l.numbers;
alter table lead_number add constraint lead_number_once unique (client_id, lead_id, number);
-- Who is reached under a number, whichever of theirs it is.
create index lead_number_by_number on lead_number (client_id, number);

alter table debt force row level security;
alter table lead_number force row level security;
alter table lead force row level security;
alter table campaign force row level security;
