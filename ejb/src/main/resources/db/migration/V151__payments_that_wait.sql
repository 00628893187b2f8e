-- Movements that left the account without being a return: the outsourcer's own doing, but none of the file is uncounted.
alter table payment_file add column outgoing integer not null default 0;

-- A person chooses among payments of one sum.
create index payment_by_sum on payment (client_id, portfolio_id, amount) where state in ('UNMATCHED', 'POSTED');

-- deferred: a remittance takes its payments before it knows its own sums
alter table payment add constraint payment_remitted_by foreign key (client_id, remittance_id) references remittance deferrable initially deferred;
alter table payment add constraint payment_return_settled_by foreign key (client_id, return_settled) references remittance deferrable initially deferred;
alter table promise add constraint promise_made_in foreign key (client_id, contact_id) references contact;
alter table debtor_check add constraint debtor_check_made_in foreign key (client_id, contact_id) references contact;
