-- What of a plan's interest is booked, line by line: under a hold that stops interest less is due than was charged.
alter table arrangement_line add column booked bigint not null default 0 check (booked between 0 and interest);
alter table arrangement_line no force row level security;
update arrangement_line set booked = interest where charged is not null;
alter table arrangement_line force row level security;
