-- What a customer who asked to be called back was called for counts as every other call: under way while it is, a talk when
-- there was one, nothing when it provably never left. Until now it stood among the messages that were sent.
-- The owner sees rows behind the wall only while it is not forced.
alter table outreach_import no force row level security;
alter table line_callback no force row level security;
delete from outreach_import i using line_callback w
  where w.client_id = i.client_id and w.callback_id = i.import_id and i.channel = 'VOICE' and i.result = 'SENT';
alter table line_callback force row level security;
alter table outreach_import force row level security;

create index line_callback_by_number on line_callback (client_id, number, judged_at) where judged_at is not null;
create index line_callback_by_customer on line_callback (client_id, customer_id) where customer_id is not null;

-- As before, with the calls back in line. The person is whom the client knows the caller as.
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
  where c.direction = 'INBOUND' and c.connected_at is not null and c.remote is not null
  union all
  select w.client_id, w.callback_id, w.judged_at, 'VOICE', false, w.number, u.reference, null, 'PERSONAL',
         case
           when k.outcome is null and k.ended_at is null then 'OPEN'
           else case k.outcome
             when 'HANDLED' then case d.category when 'REFUSED' then 'REFUSAL' when 'DO_NOT_CALL' then 'REFUSAL'
                                   when 'NO_CONTACT' then 'MACHINE' when 'WRONG_PARTY' then 'MACHINE' else 'CONVERSATION' end
             when 'ABANDONED' then 'ABANDONED'
             when 'BUSY' then 'NOT_CONNECTED'
             when 'FAILED' then 'NOT_CONNECTED'
             when 'DEAD_LINE' then 'NOT_CONNECTED'
             when 'NO_ANSWER' then 'NO_ANSWER'
             when 'MACHINE' then 'MACHINE'
             when 'FAX' then 'MACHINE'
             else 'UNKNOWN' end
         end
  from line_callback w
  join contact k on k.client_id = w.client_id and k.contact_id = w.callback_id
  left join customer u on u.client_id = w.client_id and u.customer_id = w.customer_id
  left join disposition d on d.client_id = k.client_id and d.program_id = k.program_id and d.code = k.disposition
  where w.judged_at is not null and (w.verdict ->> 'allowed')::boolean
    and (k.outcome is null or k.outcome not in ('EXPIRED', 'REFUSED'));
