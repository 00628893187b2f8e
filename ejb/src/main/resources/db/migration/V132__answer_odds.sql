-- How likely leads answer, learned for each client from its own attempts alone.

-- What was tried and what answered, for each combination of what is known before a dial; old tries fade.
create table answer_cell (
  client_id  integer not null references client,
  hour       integer not null check (hour between 0 and 23),       -- by the lead's own clock
  weekday    integer not null check (weekday between 1 and 7),
  earlier    integer not null check (earlier between 0 and 4),     -- tries before it; 4 for more
  kind       text not null,                                        -- of the number
  last       text not null,                                        -- how the try before it ended; NONE for the first
  tries      double precision not null,
  answers    double precision not null,
  primary key (client_id, hour, weekday, earlier, kind, last)
);
call wall('answer_cell');

-- What each of these is worth: the logarithm of the ratio by which it moves the odds.
create table answer_odds (
  client_id  integer not null references client,
  factor     text not null check (factor in ('HOUR', 'WEEKDAY', 'EARLIER', 'KIND', 'LAST')),
  value      text not null,
  effect     double precision not null,
  tries      double precision not null,
  answers    double precision not null,
  primary key (client_id, factor, value)
);
call wall('answer_odds');

create table answer_learning (
  client_id      integer not null references client,
  learned_until  timestamptz not null,
  base           double precision not null,                        -- odds of the usual lead, as their logarithm
  tries          double precision not null,
  answers        double precision not null,
  primary key (client_id)
);
call wall('answer_learning');

create index attempt_ended on attempt (client_id, ended_at) where ended_at is not null and allowed;
