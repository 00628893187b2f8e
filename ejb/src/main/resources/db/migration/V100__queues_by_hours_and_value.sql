-- What a customer is worth to the client, as the client reckons it: queues may serve some sooner.
alter table customer add column value integer not null default 0;

-- Teams that a person belongs to, whom queues may prefer.
alter table person add column teams text[] not null default '{}';

-- The owner is walled in as well, and sees no rows but in such a moment.
alter table queue no force row level security;

-- Overflow after a wait to another queue was one pair of fields; it is the first of a queue's spills now.
update queue set routing = (routing - 'overflowAfterSeconds' - 'overflowTo') || case
    when coalesce((routing->>'overflowAfterSeconds')::integer, 0) > 0 then
      jsonb_build_object('spills', jsonb_build_array(jsonb_build_object(
        'when', 'WAIT',
        'bound', (routing->>'overflowAfterSeconds')::integer,
        'way', jsonb_build_object('kind', 'QUEUE', 'queue', routing->>'overflowTo'))))
    else '{}'::jsonb end
  where routing ?| array['overflowAfterSeconds', 'overflowTo'];

alter table queue force row level security;
