-- A provider's name for an order is looked for within its client: no key reaches over clients.
drop index card_order_at_provider;
create unique index card_order_at_provider on card_order (client_id, provider, provider_key) where provider is not null;
