-- Two migrations each named the outcomes and did not know of each other's: voicemail, and fax and dead line.
alter table contact drop constraint contact_outcome_check;
alter table contact add constraint contact_outcome_check check (outcome in
  ('HANDLED','ABANDONED','REFUSED','BUSY','NO_ANSWER','MACHINE','FAX','DEAD_LINE','FAILED','EXPIRED','VOICEMAIL','LOST'));
