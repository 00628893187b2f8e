-- Only leads about a debt belong in this index: with all leads of a client in it, the planner took it for the one that
-- finds due leads, and read every waiting lead to find one.
drop index lead_of_debt;
create index lead_of_debt on lead (client_id, (fields ->> 'debt'))
  where fields ->> 'debt' is not null and state in ('READY', 'CALLBACK', 'TAKEN');
