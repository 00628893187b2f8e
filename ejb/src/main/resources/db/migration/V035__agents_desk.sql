-- What an agent's desk needs beyond the contact: short articles, what was not read, callbacks with an owner, keys of one's
-- own; and whose thing it was that somebody else asked for.

-- Short articles for those who talk: per programme, each in the languages that it was written in.
create table knowledge_article (
  client_id   integer not null references client,
  article_id  uuid not null,
  program_id  uuid not null,
  position    integer not null,
  titles      jsonb not null,                     -- {"it": "...", "en": "..."}
  texts       jsonb not null,
  primary key (client_id, article_id),
  foreign key (client_id, program_id) references program
);
call wall('knowledge_article');
create index knowledge_of_program on knowledge_article (client_id, program_id, position);

-- Mandatory blocks that were not read when the agent closed the contact all the same.
create table script_unread (
  client_id   integer not null references client,
  contact_id  uuid not null,
  block_id    text not null,
  program_id  uuid not null,
  version     integer not null,
  person_id   uuid not null references person,
  closed_at   timestamptz not null,
  primary key (client_id, contact_id, block_id),
  foreign key (client_id, contact_id) references contact
);
call wall('script_unread');
create index script_unread_lately on script_unread (client_id, closed_at);

-- The dialer leaves a promised callback to the agent who promised it; both look for it by the lead.
create index callback_of_lead on callback (client_id, lead_id) where state = 'DUE';
create index callback_of_agent on callback (agent_id, due_at) where state = 'DUE';

-- Keys are a person's, not a client's: no role but the owner touches the table, the two functions are the way to it.
create table desk_keys (
  person_id  uuid primary key references person,
  keys       jsonb not null                       -- {"mute": "m"}
);

create function desk_keys_of(who text) returns text
  language sql security definer set search_path = fairlead, pg_temp stable
  begin atomic
    select k.keys::text from desk_keys k join person p on p.person_id = k.person_id where p.login = who and p.active;
  end;

create function keep_desk_keys(who text, chosen jsonb) returns void
  language sql security definer set search_path = fairlead, pg_temp
  begin atomic
    insert into desk_keys (person_id, keys) select p.person_id, chosen from person p where p.login = who and p.active
    on conflict (person_id) do update set keys = excluded.keys;
  end;
revoke all on function desk_keys_of(text) from public;
revoke all on function keep_desk_keys(text, jsonb) from public;
grant execute on function desk_keys_of(text) to fairlead_app;
grant execute on function keep_desk_keys(text, jsonb) to fairlead_app;

-- Whose thing has one of these ids, for the audit entry about somebody who may not see it: a client's number and no more.
do $$
declare
  t text;
begin
  foreach t in array array['client', 'contact', 'campaign', 'lead_list', 'lead', 'program', 'callback'] loop
    execute format('create policy whose_is_it on %I for select to fairlead_owner using (true)', t);
  end loop;
end $$;

create function owner_of_any(ids uuid[]) returns integer
  language sql security definer set search_path = fairlead, pg_temp stable
  begin atomic
    select min(c.client_id) from client c
    where exists (select 1 from contact x where x.client_id = c.client_id and x.contact_id = any (ids))
       or exists (select 1 from program x where x.client_id = c.client_id and x.program_id = any (ids))
       or exists (select 1 from campaign x where x.client_id = c.client_id and x.campaign_id = any (ids))
       or exists (select 1 from lead_list x where x.client_id = c.client_id and x.list_id = any (ids))
       or exists (select 1 from lead x where x.client_id = c.client_id and x.lead_id = any (ids))
       or exists (select 1 from callback x where x.client_id = c.client_id and x.callback_id = any (ids));
  end;
revoke all on function owner_of_any(uuid[]) from public;
grant execute on function owner_of_any(uuid[]) to fairlead_app;
