-- What the catalogue test and the chain test asked for, and what agents read and wrote down while a script led them.

-- People belong to no client, so their wall is another: everyone may look up a name, but only a scope that holds the
-- outsourcer itself (client 0) may change a person or a skill.
do $$
declare
  t text;
begin
  foreach t in array array['person', 'person_skill'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy looked_up on %I for select to fairlead_app using (true)', t);
    execute format('create policy outsourcer_adds on %I for insert to fairlead_app with check (0 = any (scope_clients()))', t);
    execute format('create policy outsourcer_changes on %I for update to fairlead_app using (0 = any (scope_clients())) with check (0 = any (scope_clients()))', t);
    execute format('create policy outsourcer_removes on %I for delete to fairlead_app using (0 = any (scope_clients()))', t);
    execute format('create policy engine on %I to fairlead_engine using (true) with check (true)', t);
    execute format('create policy scope_is_read_here on %I for select to fairlead_owner using (true)', t);
  end loop;
end $$;

-- Months are made ahead; should that ever be late, or a clock be far off, the default partition takes the row, so that
-- no event is refused.
do $$
declare
  t text;
begin
  foreach t in array array['call_event', 'contact_event', 'agent_event', 'engine_command'] loop
    execute format('create table %I partition of %I default', t || '_other', t);
    execute format('alter table %I enable row level security', t || '_other');
    execute format('alter table %I force row level security', t || '_other');
  end loop;
end $$;

-- A month that was made late finds its rows in the default partition and moves them.
create or replace procedure make_month(month date)
  language plpgsql security definer set search_path = fairlead, pg_temp as $$
declare
  t text;
  p text;
  first timestamptz := date_trunc('month', month);
  next timestamptz := date_trunc('month', month) + interval '1 month';
begin
  perform pg_advisory_xact_lock(7070002);
  foreach t in array array['call_event', 'contact_event', 'agent_event', 'engine_command'] loop
    p := t || '_' || to_char(month, 'YYYYMM');
    continue when to_regclass(p) is not null;
    execute format('create table %I (like %I including defaults including constraints)', p, t);
    -- The owner moves rows past the wall: no policy is for it, so the wall goes up after the move.
    execute format('alter table %I no force row level security', t || '_other');
    execute format('with late as (delete from %I where at >= %L and at < %L returning *) insert into %I select * from late',
      t || '_other', first, next, p);
    execute format('alter table %I force row level security', t || '_other');
    execute format('alter table %I enable row level security', p);
    execute format('alter table %I force row level security', p);
    execute format('alter table %I attach partition %I for values from (%L) to (%L)', t, p, first, next);
  end loop;
end $$;

-- A block that was read out to the customer, the first time, and in which version.
create table script_mark (
  client_id   integer not null references client,
  contact_id  uuid not null,
  block_id    text not null,
  version     integer not null,
  person_id   uuid not null references person,
  read_at     timestamptz not null,
  primary key (client_id, contact_id, block_id),
  foreign key (client_id, contact_id) references contact
);
call wall('script_mark');

create table script_answer (
  client_id    integer not null references client,
  contact_id   uuid not null,
  block_id     text not null,
  field_id     text not null,
  person_id    uuid not null references person,
  answered_at  timestamptz not null,
  value        text not null,
  primary key (client_id, contact_id, block_id, field_id),
  foreign key (client_id, contact_id) references contact
);
call wall('script_answer');

-- The chain's end, kept apart: entries cut off the tail are missed too. Only the two functions below touch it.
create table audit_head (
  one       boolean primary key default true check (one),
  position  bigint not null,
  hash      bytea not null
);
insert into audit_head (position, hash)
  select coalesce(max(e.position), 0), coalesce((select l.hash from audit_entry l order by l.position desc limit 1), '\x00')
  from audit_entry e;

-- Quoted, so that no text can pose as the end of one column and the beginning of the next.
create or replace function audit_text(e audit_entry) returns text
  language sql immutable
  return concat_ws('|', e.position, e.client_id, extract(epoch from e.at)::text, quote_literal(e.login),
                   quote_literal(e.action), quote_literal(e.subject), e.detail::text);

create or replace function audit_append(client integer, at timestamptz, who text, what text, about text, more jsonb) returns bigint
  language plpgsql security definer set search_path = fairlead, pg_temp as $$
declare
  head audit_head;
  e audit_entry;
begin
  select * into strict head from audit_head for update;
  e.position := head.position + 1;
  e.client_id := client; e.at := at; e.login := who; e.action := what; e.subject := about; e.detail := more;
  e.previous := head.hash;
  e.hash := sha256(e.previous || convert_to(audit_text(e), 'UTF8'));
  insert into audit_entry select e.*;
  update audit_head set position = e.position, hash = e.hash;
  return e.position;
end $$;

-- The first position at which the chain does not hold: forged, cut, missing in the middle or at the end; null when it holds.
create or replace function audit_first_broken() returns bigint
  language sql security definer set search_path = fairlead, pg_temp stable
  begin atomic
    select min(x.position) from (
      select e.position
      from (select a.*, lag(a.hash) over (order by a.position) as before, row_number() over (order by a.position) as expected
            from audit_entry a) e
      where e.hash is distinct from sha256(e.previous || convert_to(
              concat_ws('|', e.position, e.client_id, extract(epoch from e.at)::text, quote_literal(e.login),
                        quote_literal(e.action), quote_literal(e.subject), e.detail::text), 'UTF8'))
         or e.previous is distinct from coalesce(e.before, '\x00'::bytea)
         or e.position is distinct from e.expected
      union all
      select coalesce(max(a.position), 0) + 1 from audit_entry a
      having coalesce(max(a.position), 0) < (select h.position from audit_head h)
      union all
      select a.position from audit_entry a join audit_head h on a.position >= h.position and a.hash is distinct from h.hash) x;
  end;
