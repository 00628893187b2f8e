-- A list's file lies on the node that received it, so only that node can tell that its reading was interrupted.
alter table lead_list add column node text not null default '';

-- The dialer asks each second which leads are due. Leads that were never tried come in the order of their list; those that
-- wait for their time are found by that time, however many of them are not due yet.
create index lead_fresh on lead (client_id, campaign_id, state, rank, lead_id)
  where next_at is null and state in ('READY','CALLBACK');
create index lead_due on lead (client_id, campaign_id, state, next_at)
  where next_at is not null and state in ('READY','CALLBACK');
drop index lead_next;
