-- What an hour of an agent, a letter and a message cost, in the portfolio's currency: for the cost of collecting.
alter table portfolio add column cost_hour bigint not null default 0 check (cost_hour >= 0);
alter table portfolio add column cost_letter bigint not null default 0 check (cost_letter >= 0);
alter table portfolio add column cost_message bigint not null default 0 check (cost_message >= 0);

create index promise_due on promise (client_id, due_on) where state in ('KEPT', 'BROKEN');
create index debt_step on debt_event (client_id, at) where kind = 'STEP';
create index debt_message_sent on debt_message (client_id, sent_at) where state = 'SENT';
