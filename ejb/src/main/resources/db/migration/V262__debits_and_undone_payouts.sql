-- A provider takes back more than it pays out, and who took a movement for a provider's may have been wrong.
alter table provider_line drop constraint provider_line_move_check;
alter table provider_line add constraint provider_line_move_check
  check (move in ('TAKEN','CAME_BACK','PAID_OUT','DEBITED','PAYOUT_UNDONE','DEBIT_UNDONE'));

-- DEBIT: what a provider took back at the bank. OWN: money that left and is no return, for no debt.
alter table payment drop constraint payment_state_check;
alter table payment add constraint payment_state_check
  check (state in ('UNMATCHED','POSTED','RETURNED','PAYOUT','DEBIT','OWN'));

-- Who wants it back in the queue, where the portfolio asks for four eyes.
alter table payment add column undo_asked_by text;
alter table payment add column undo_asked_at timestamptz;
alter table payment add column undo_why text;
alter table payment add constraint payment_undo_asked
  check ((undo_asked_by is null) = (undo_asked_at is null) and (undo_asked_by is null) = (undo_why is null));
