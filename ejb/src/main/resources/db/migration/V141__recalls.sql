-- Debts that a client takes back, by a file or on the day that the placement said.

alter table debt add column recalled_on date;
alter table debt add column recalled_by uuid;                                 -- the recall file; null: on its day
alter table debt add foreign key (client_id, recalled_by) references placement (client_id, placement_id);
create index debt_recalled on debt (client_id, recalled_by) where recalled_by is not null;
create index debt_to_recall on debt (client_id, recall_on, debt_id)
  where recall_on is not null and status not in ('PAID','SETTLED','RECALLED','CLOSED');

alter table collections_run drop constraint collections_run_step_check;
alter table collections_run add constraint collections_run_step_check
  check (step in ('RECALLS','INTEREST','PROMISES','REMINDERS','LEADS'));
