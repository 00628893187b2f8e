-- Agents who help in a queue that is not theirs, until then: they count as skilled for it. The engine forgets it by
-- itself; the row stays until it is given back or lent anew.
create table agent_lent (
  client_id  integer not null references client,
  queue_id   uuid not null,
  person_id  uuid not null references person,
  until      timestamptz not null,
  lent_by    uuid not null references person,
  primary key (client_id, queue_id, person_id),
  foreign key (client_id, queue_id) references queue
);
call wall('agent_lent');
create index agent_lent_until on agent_lent (until);
