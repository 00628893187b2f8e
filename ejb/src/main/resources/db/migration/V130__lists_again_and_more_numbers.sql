-- A dead line and a fax are ends of their own: the one reached nobody, the other something that answers.
alter table contact drop constraint contact_outcome_check;
alter table contact add constraint contact_outcome_check check (outcome in
  ('HANDLED','ABANDONED','REFUSED','BUSY','NO_ANSWER','MACHINE','FAX','DEAD_LINE','FAILED','EXPIRED','LOST'));
alter table attempt drop constraint attempt_outcome_check;
alter table attempt add constraint attempt_outcome_check check (outcome in
  ('HANDLED','ABANDONED','BUSY','NO_ANSWER','MACHINE','FAX','DEAD_LINE','FAILED','EXPIRED','REFUSED','UNKNOWN'));

-- As before, with the two: a fax answers as a machine does, a dead line does not connect.
create or replace view outreach_past with (security_invoker = true) as
  select a.client_id, a.attempt_id as id, a.written_at as at, a.channel, false as inbound, a.number, a.person, a.debt, a.place,
         case
           when coalesce(a.outcome, k.outcome) is null and k.ended_at is null then 'OPEN'
           else case coalesce(a.outcome, k.outcome)
             when 'HANDLED' then case a.category when 'REFUSED' then 'REFUSAL' when 'DO_NOT_CALL' then 'REFUSAL'
                                   when 'NO_CONTACT' then 'MACHINE' when 'WRONG_PARTY' then 'MACHINE' else 'CONVERSATION' end
             when 'ABANDONED' then 'ABANDONED'
             when 'BUSY' then 'NOT_CONNECTED'
             when 'FAILED' then 'NOT_CONNECTED'
             when 'DEAD_LINE' then 'NOT_CONNECTED'
             when 'NO_ANSWER' then 'NO_ANSWER'
             when 'MACHINE' then 'MACHINE'
             when 'FAX' then 'MACHINE'
             when 'SENT' then 'SENT'
             else 'UNKNOWN' end
         end as result
  from attempt a
  left join contact k on a.outcome is null and k.client_id = a.client_id and k.contact_id = a.attempt_id
  where a.allowed and (coalesce(a.outcome, k.outcome) is null or coalesce(a.outcome, k.outcome) not in ('EXPIRED', 'REFUSED'))
  union all
  select i.client_id, i.import_id, i.at, i.channel, i.inbound, i.number, i.person, i.debt, i.place, i.result
  from outreach_import i
  union all
  select c.client_id, c.contact_id, c.offered_at, 'VOICE', true, c.remote, null, null, 'UNKNOWN', 'CONVERSATION'
  from contact c
  where c.direction = 'INBOUND' and c.connected_at is not null and c.remote is not null;

-- Whether the telephony tells people from machines for this campaign; it costs each person who answers some tenths of a
-- second, and some are taken for machines.
alter table campaign add detect_machine boolean not null default true;

-- What a list does with people whom the campaign knows already, and by what it knows them.
alter table lead_list
  add known text not null default 'REFUSE' check (known in ('REFUSE', 'UPDATE', 'UPDATE_ONLY')),
  add known_by text not null default 'NUMBER' check (known_by in ('NUMBER', 'REFERENCE')),
  add rows_updated integer not null default 0;

-- Which of its numbers a lead's next try is to, how many lead_number has of it (none for a single plain one), and when it was last made ready again by a person.
alter table lead
  add turn integer not null default 0,
  add numbers integer not null default 0,
  add recycled_at timestamptz,
  add zone text not null default '';
-- The zone by whose day a lead is called: the first of those in which it may be. A column of its own, since the walls
-- let an index be used for plain comparisons alone.
create function zone_of_lead() returns trigger language plpgsql as $$
begin
  new.zone := coalesce(new.time_zones[1], '');
  return new;
end $$;
create trigger zone_of_lead before insert or update of time_zones on lead for each row execute function zone_of_lead();
update lead set zone = coalesce(time_zones[1], '');
-- Not by client first: behind the walls the planner takes any such index for cheap, and reads a client's leads to find one.
create index lead_by_list on lead (list_id, client_id, state);
create index lead_by_reference on lead (client_id, campaign_id, reference) where reference is not null;
-- By the time zone by whose day a lead is called, too: one zone's leads do not keep the others waiting.
drop index lead_fresh;
drop index lead_due;
create index lead_fresh on lead (client_id, campaign_id, state, zone, rank, lead_id)
  where next_at is null and state in ('READY','CALLBACK');
create index lead_due on lead (client_id, campaign_id, state, zone, next_at)
  where next_at is not null and state in ('READY','CALLBACK');

-- The numbers of a lead of which there is more to say than the one number; the first is turn 0.
create table lead_number (
  client_id   integer not null references client,
  lead_id     uuid not null,
  turn        integer not null check (turn between 0 and 9),
  number      text not null check (number ~ '^\+[0-9]{6,15}$'),
  kind        text not null default 'OTHER' check (kind in ('MOBILE', 'HOME', 'WORK', 'OTHER')),
  -- hours of the day, by the number's own zone, in which it is any use; null for all
  from_hour   integer check (from_hour between 0 and 23),
  until_hour  integer check (until_hour between 1 and 24),
  time_zones  text[] not null,
  dead        boolean not null default false,         -- no line, or a fax: never dialled again for this lead
  primary key (client_id, lead_id, turn),
  foreign key (client_id, lead_id) references lead on delete cascade
);
call wall('lead_number');
