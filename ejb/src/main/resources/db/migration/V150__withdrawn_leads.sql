-- A lead that is not due any more while its call is under way: when the call has ended, nobody dials it again.
alter table lead add column withdrawn boolean not null default false;
create index lead_of_debt on lead (client_id, (fields ->> 'debt')) where state in ('READY', 'CALLBACK', 'TAKEN');
