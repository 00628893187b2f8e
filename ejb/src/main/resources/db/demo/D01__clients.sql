-- Demo: the outsourcer Harbour BPO with three sites and three clients. Ids are fixed, so that tests can name them:
-- 01970000-0001 brands, -0002 programmes, -0003 queues, -0004 campaigns, -0005 people, -0006 customers,
-- -0007 contact points, -0008 agreements, -0009 notes; the last four digits are client and number.

insert into site (site_id, code, name, country, time_zone, gateway) values
  (1, 'manila', 'Manila', 'PH', 'Asia/Manila', 'manila'),
  (2, 'izmir', 'Izmir', 'TR', 'Europe/Istanbul', 'izmir'),
  (3, 'tirana', 'Tirana', 'AL', 'Europe/Tirane', 'tirana');

insert into client (client_id, code, name, country, time_zone) values
  (0, 'harbour', 'Harbour BPO', 'TR', 'Europe/Istanbul'),
  (1, 'lumen', 'Lumen Energia', 'IT', 'Europe/Rome'),
  (2, 'anadolu', 'Anadolu Kart', 'TR', 'Europe/Istanbul'),
  (3, 'northway', 'Northway', 'US', 'America/New_York');

insert into brand (client_id, brand_id, code, name, mark, accent, accent_dark) values
  (1, '01970000-0001-7000-8000-000000000101', 'lumen', 'Lumen Energia', 'L', '#0b7a5b', '#3fbf98'),
  (2, '01970000-0001-7000-8000-000000000201', 'anadolu', 'Anadolu Kart', 'A', '#b3131b', '#f2837c'),
  (3, '01970000-0001-7000-8000-000000000301', 'northway', 'Northway', 'N', '#1c5596', '#7db4ee');

insert into program (client_id, program_id, brand_id, code, name, kind, languages) values
  (1, '01970000-0002-7000-8000-000000000101', '01970000-0001-7000-8000-000000000101',
   'lumen-care', 'Servizio clienti', 'SUPPORT', '{it,en}'),
  (2, '01970000-0002-7000-8000-000000000201', '01970000-0001-7000-8000-000000000201',
   'anadolu-cards', 'Kart destek', 'SUPPORT', '{tr,en}'),
  (2, '01970000-0002-7000-8000-000000000202', '01970000-0001-7000-8000-000000000201',
   'anadolu-early', 'Erken tahsilat', 'COLLECTIONS', '{tr,en}'),
  (3, '01970000-0002-7000-8000-000000000301', '01970000-0001-7000-8000-000000000301',
   'northway-us', 'Telesales US', 'TELESALES', '{en}'),
  (3, '01970000-0002-7000-8000-000000000302', '01970000-0001-7000-8000-000000000301',
   'northway-ru', 'Поддержка', 'SUPPORT', '{ru,en}');

insert into queue (client_id, queue_id, program_id, code, name, priority, skills, greeting, target_seconds) values
  (1, '01970000-0003-7000-8000-000000000101', '01970000-0002-7000-8000-000000000101',
   'lumen-billing', 'Bollette e letture', 4, '{"lang:it": 2, "billing": 1}', 'lumen-care.greeting.it', 20),
  (1, '01970000-0003-7000-8000-000000000102', '01970000-0002-7000-8000-000000000101',
   'lumen-english', 'English line', 5, '{"lang:en": 3, "billing": 1}', 'lumen-care.greeting.en', 20),
  (2, '01970000-0003-7000-8000-000000000201', '01970000-0002-7000-8000-000000000201',
   'anadolu-support', 'Kart destek hattı', 4, '{"lang:tr": 2, "cards": 1}', 'anadolu-cards.greeting.tr', 30),
  (2, '01970000-0003-7000-8000-000000000202', '01970000-0002-7000-8000-000000000201',
   'anadolu-english', 'English line', 5, '{"lang:en": 3, "cards": 1}', 'anadolu-cards.greeting.en', 30),
  (3, '01970000-0003-7000-8000-000000000301', '01970000-0002-7000-8000-000000000302',
   'northway-russian', 'Русская линия', 5, '{"lang:ru": 2, "support": 1}', 'northway-ru.greeting.ru', 30);

insert into dialled_number (client_id, number, queue_id, language, label) values
  (1, '+390280001001', '01970000-0003-7000-8000-000000000101', 'it', 'Bolletta'),
  (1, '+390280001002', '01970000-0003-7000-8000-000000000102', 'en', 'Bolletta, in inglese'),
  (2, '+908502001001', '01970000-0003-7000-8000-000000000201', 'tr', 'Kart destek'),
  (2, '+908502001002', '01970000-0003-7000-8000-000000000202', 'en', 'Kart destek, İngilizce'),
  (3, '+74952001001', '01970000-0003-7000-8000-000000000301', 'ru', 'Поддержка покупателей');
