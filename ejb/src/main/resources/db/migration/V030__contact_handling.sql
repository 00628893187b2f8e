-- What the engine needs to go on with a contact after a restart, beyond its state: skills asked, times, the outcome that
-- was decided while the customer is still to be let go. Written and read by the engine alone.
alter table contact add column handling jsonb not null default '{}';
