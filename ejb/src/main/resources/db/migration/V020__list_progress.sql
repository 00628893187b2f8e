-- How far a list is read, and what the reason for refusing it is about.
alter table lead_list add percent integer not null default 0;
alter table lead_list add detail text;

-- Retries count a lead's attempts by outcome.
create index attempt_by_lead on attempt (client_id, lead_id, written_at);
create index attempt_by_campaign on attempt (client_id, campaign_id, written_at);
create index callback_due on callback (client_id, campaign_id, due_at) where state = 'DUE';
create index lead_list_by_campaign on lead_list (client_id, campaign_id, uploaded_at);
