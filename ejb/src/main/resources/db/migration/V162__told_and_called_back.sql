-- Customers who would rather be called back than wait: how the call in which they said so ended.
alter table contact drop constraint contact_outcome_check;
alter table contact add constraint contact_outcome_check check (outcome in
  ('HANDLED','ABANDONED','REFUSED','BUSY','NO_ANSWER','MACHINE','FAX','DEAD_LINE','FAILED','EXPIRED','VOICEMAIL','CALLBACK','LOST'));

-- Whom to call when it is their turn in a queue, written by the engine in the transaction that journals the wish. The call
-- itself is the contact of the same id; what the outreach decision said when the turn came is kept here.
create table line_callback (
  client_id    integer not null references client,
  callback_id  uuid not null,
  asked_in     uuid not null,                     -- the contact in which it was asked for
  queue_id     uuid not null,
  program_id   uuid not null,
  customer_id  uuid,
  number       text not null,
  language     text not null,
  caller_id    text not null,
  asked_at     timestamptz not null,
  chosen_at    timestamptz,                       -- null: in line
  verdict      jsonb,
  judged_at    timestamptz,
  primary key (client_id, callback_id),
  foreign key (client_id, queue_id) references queue,
  foreign key (client_id, program_id) references program
);
call wall('line_callback');
create index line_callback_by_time on line_callback (client_id, asked_at);
create index contact_event_told on contact_event (client_id, queue_id, at) where (detail ->> 'told') is not null;
