-- When agents who take calls of a programme and dial for campaigns as well are kept for its calls, and given back: below
-- the low level of the last hour, and from the high one on, each for a while at least.
create table blending (
  client_id     integer not null references client,
  program_id    uuid not null,
  low_percent   numeric(5,2) not null check (low_percent > 0),
  high_percent  numeric(5,2) not null check (high_percent <= 100),
  stay_seconds  integer not null default 300 check (stay_seconds > 0),
  primary key (client_id, program_id),
  foreign key (client_id, program_id) references program,
  check (low_percent <= high_percent)
);
call wall('blending');
