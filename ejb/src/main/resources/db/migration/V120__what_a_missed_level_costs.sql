-- What the outsourcer owes when the level of a day falls below a bound: each row comes on top of the ones above it. In the
-- outsourcer's own currency, so that clients compare: the distributor serves first whose miss costs most.
create table agreement_credit (
  client_id      integer not null references client,
  agreement_id   uuid not null,
  below_percent  numeric(5,2) not null check (below_percent > 0 and below_percent <= 100),
  credit         numeric(12,2) not null check (credit > 0),
  primary key (client_id, agreement_id, below_percent),
  foreign key (client_id, agreement_id) references agreement
);
call wall('agreement_credit');
