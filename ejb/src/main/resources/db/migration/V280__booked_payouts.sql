-- What was taken for a provider's or our own, as the page Payments reads it, page by page.
create index payment_booked on payment (portfolio_id, booked_at) where state in ('PAYOUT','DEBIT','OWN');
