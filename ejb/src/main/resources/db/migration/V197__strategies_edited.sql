-- Strategies are written in the console: a draft for each portfolio, published from a day on, by a second person where the
-- house asks for one.

alter table collection_strategy add column valid_from date;               -- null: from the beginning
alter table collection_strategy add column drafted_by text;
alter table collection_strategy add column drafted_at timestamptz;
create unique index collection_strategy_draft on collection_strategy (client_id, portfolio_id) where state = 'DRAFT';

alter table portfolio add column four_eyes boolean not null default false; -- who writes a strategy or a score does not publish it
