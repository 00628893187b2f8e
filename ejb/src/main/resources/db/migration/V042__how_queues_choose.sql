-- How a queue chooses, besides the skills that it asks for; what is not named is as most queues have it. Its fields are
-- those of QueuePolicy.
alter table queue add column routing jsonb not null default '{}';
