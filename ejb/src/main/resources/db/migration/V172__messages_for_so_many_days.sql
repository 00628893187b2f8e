-- How long a client's messages are kept: with its day the sound goes, and the row of it.
alter table client add column message_days integer not null default 365 check (message_days between 1 and 3650);
grant delete on voicemail_part to fairlead_app;
create index voicemail_by_age on voicemail (client_id, asked_at);
