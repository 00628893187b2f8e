-- Demo: what was agreed on the service level of each programme that takes calls.

insert into agreement (client_id, agreement_id, program_id, formula, threshold_seconds, short_abandon_seconds,
                       clock_start, target_percent, clause, valid_from) values
  (1, '01970000-0008-7000-8000-000000000101', '01970000-0002-7000-8000-000000000101',
   'ANSWERED_IN_TIME_OF_ALL_LESS_SHORT', 20, 5, 'QUEUED', 80.00, 'Allegato B, art. 4.1', '2026-01-01'),
  (2, '01970000-0008-7000-8000-000000000201', '01970000-0002-7000-8000-000000000201',
   'IN_TIME_OF_ALL', 30, 5, 'QUEUED', 85.00, 'Ek 2, madde 3.2', '2026-01-01'),
  (3, '01970000-0008-7000-8000-000000000301', '01970000-0002-7000-8000-000000000302',
   'ANSWERED_IN_TIME_OF_ALL', 30, 5, 'OFFERED', 75.00, 'Schedule C, section 2', '2026-01-01');
