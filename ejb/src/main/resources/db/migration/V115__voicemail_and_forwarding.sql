-- A customer who met no agent was asked to leave a message. It is there when all its parts are.
alter table contact drop constraint contact_outcome_check;
alter table contact add constraint contact_outcome_check check (outcome in
  ('HANDLED','ABANDONED','REFUSED','BUSY','NO_ANSWER','MACHINE','FAILED','EXPIRED','VOICEMAIL','LOST'));

create table voicemail (
  client_id   integer not null,
  contact_id  uuid not null,
  person_id   uuid references person,             -- for whom; null: for whoever serves the client
  asked_at    timestamptz not null,
  parts       integer check (parts > 0),          -- null: nothing came yet, or nothing was said
  bytes       bigint not null default 0,          -- of what is there, 8,000 a second
  done_at     timestamptz,                        -- null: somebody has still to see to it
  done_by     uuid references person,
  note        text,
  primary key (client_id, contact_id),
  foreign key (client_id, contact_id) references contact
);
call wall('voicemail');
create index voicemail_open on voicemail (client_id, asked_at) where done_at is null;

-- What was said, G.711 mu-law, in the pieces in which it came.
create table voicemail_part (
  client_id   integer not null,
  contact_id  uuid not null,
  part        integer not null,
  audio       bytea not null,
  primary key (client_id, contact_id, part),
  foreign key (client_id, contact_id) references voicemail
);
call wall('voicemail_part', false);

-- Where a customer goes whose agent does not answer (client.Forwarding).
alter table person add column forwarding jsonb not null default '{}';
