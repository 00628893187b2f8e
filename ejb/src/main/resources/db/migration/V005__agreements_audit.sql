create table agreement (
  client_id       integer not null references client,
  agreement_id    uuid not null,
  program_id      uuid not null,
  formula         text not null,                  -- org.fairlead.agreement.Formula
  threshold_seconds integer not null,
  short_abandon_seconds integer not null default 5,
  clock_start     text not null check (clock_start in ('QUEUED','OFFERED')),
  target_percent  numeric(5,2) not null,
  clause          text not null,
  valid_from      date not null,
  primary key (client_id, agreement_id),
  foreign key (client_id, program_id) references program
);
call wall('agreement');

-- Append-only, hash-chained: hash = sha256(previous hash || the entry's own text).
create table audit_entry (
  position   bigint primary key,
  client_id  integer not null default 0,
  at         timestamptz not null,
  login      text not null,
  action     text not null,
  subject    text not null,
  detail     jsonb not null,
  previous   bytea not null,
  hash       bytea not null
);
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy scope on audit_entry for select to fairlead_app using (client_id = any (scope_clients()));
create policy engine on audit_entry for select to fairlead_engine using (true);
create policy chain on audit_entry to fairlead_owner using (true) with check (true);
grant select on audit_entry to fairlead_app, fairlead_engine;

create function audit_text(e audit_entry) returns text
  language sql immutable
  return concat_ws('|', e.position, e.client_id, extract(epoch from e.at)::text, e.login, e.action, e.subject, e.detail::text);

create function audit_append(client integer, at timestamptz, who text, what text, about text, more jsonb) returns bigint
  language plpgsql security definer set search_path = fairlead, pg_temp as $$
declare
  last audit_entry;
  e audit_entry;
begin
  perform pg_advisory_xact_lock(7070001);
  select * into last from audit_entry order by position desc limit 1;
  e.position := coalesce(last.position, 0) + 1;
  e.client_id := client; e.at := at; e.login := who; e.action := what; e.subject := about; e.detail := more;
  e.previous := coalesce(last.hash, '\x00');
  e.hash := sha256(e.previous || convert_to(audit_text(e), 'UTF8'));
  insert into audit_entry select e.*;
  return e.position;
end $$;
revoke all on function audit_append(integer, timestamptz, text, text, text, jsonb) from public;
grant execute on function audit_append(integer, timestamptz, text, text, text, jsonb) to fairlead_app, fairlead_engine;

create function audit_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only';
end $$;
create trigger audit_append_only before update or delete or truncate on audit_entry
  for each statement execute function audit_refuse_change();

-- The first entry whose hash does not follow from the one before it, or null when the chain holds.
create function audit_first_broken() returns bigint
  language sql security definer set search_path = fairlead, pg_temp stable
  begin atomic
    select min(x.position) from (
      select e.position,
             e.hash is distinct from sha256(e.previous || convert_to(audit_text(e), 'UTF8')) as forged,
             e.previous is distinct from coalesce(lag(e.hash) over (order by e.position), '\x00'::bytea) as cut,
             e.position is distinct from row_number() over (order by e.position) as missing
      from audit_entry e) x
    where x.forged or x.cut or x.missing;
  end;
revoke all on function audit_first_broken() from public;
grant execute on function audit_first_broken() to fairlead_engine;
