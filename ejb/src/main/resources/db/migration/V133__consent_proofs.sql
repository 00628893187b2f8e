-- The file that proves a consent, or that it was taken back: kept as it was handed in, with its hash. Never changed.
create table consent_proof (
  client_id   integer not null references client,
  consent_id  uuid not null,
  name        text not null,
  media_type  text not null,
  bytes       integer not null check (bytes > 0),
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content     bytea not null,
  kept_by     text not null,
  kept_at     timestamptz not null,
  primary key (client_id, consent_id),
  foreign key (client_id, consent_id) references consent
);
call wall('consent_proof', false);
