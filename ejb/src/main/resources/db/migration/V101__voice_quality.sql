-- How a talk sounded at the agent's end, as the browser measured it: one row for each stretch in which an agent talked.
create table contact_voice (
  client_id        integer not null,
  contact_id       uuid not null,
  person_id        uuid not null references person,
  began_at         timestamptz not null,
  seconds          integer not null check (seconds >= 0),
  codec            text not null,
  packets_received bigint not null check (packets_received >= 0),
  packets_lost     bigint not null check (packets_lost >= 0),
  jitter_ms        integer not null check (jitter_ms >= 0),
  round_trip_ms    integer check (round_trip_ms >= 0),   -- null: the far end never told
  primary key (client_id, contact_id, person_id, began_at),
  foreign key (client_id, contact_id) references contact
);
call wall('contact_voice');
