-- What was paid by card is asked about once a day for as long as a bank may take it back.
create index card_order_paid on card_order (client_id, decided_at) where state = 'PAID';
