-- Demo: two campaigns, running and waiting for their first list.

insert into campaign (client_id, campaign_id, program_id, code, name, mode, state, gateway, caller_id, language, skills,
                      country, call_from, call_until, cap_count, cap_days, retry) values
  (2, '01970000-0004-7000-8000-000000000201', '01970000-0002-7000-8000-000000000202', 'anadolu-early',
   'Erken tahsilat, 1-30 gün', 'PREVIEW', 'RUNNING', 'izmir', '+908502001009', 'tr', '{"lang:tr": 3, "collections": 1}',
   'TR', '09:00', '19:00', 3, 7,
   '{"BUSY": {"after": "PT15M", "times": 3}, "NO_ANSWER": {"after": "PT3H", "times": 3}, "MACHINE": {"after": "PT6H", "times": 2}, "ABANDONED": {"after": "P1D", "times": 1}, "FAILED": {"after": "PT30M", "times": 1}}'),
  (3, '01970000-0004-7000-8000-000000000301', '01970000-0002-7000-8000-000000000301', 'northway-us',
   'Winter plan, US', 'PROGRESSIVE', 'RUNNING', 'manila', '+12125550100', 'en', '{"lang:en": 3, "sales": 1}',
   'US', '10:00', '20:00', 3, 7,
   '{"BUSY": {"after": "PT20M", "times": 3}, "NO_ANSWER": {"after": "PT4H", "times": 3}, "MACHINE": {"after": "PT8H", "times": 2}, "ABANDONED": {"after": "P1D", "times": 1}, "FAILED": {"after": "PT30M", "times": 1}}');
