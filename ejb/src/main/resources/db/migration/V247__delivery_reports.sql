-- What a provider tells of a message later: that it arrived, or that it came back.
alter table debt_message add column delivery text check (delivery in ('DELIVERED','UNDELIVERED'));
alter table debt_message add column delivery_at timestamptz;
alter table debt_message add column delivery_code text;
