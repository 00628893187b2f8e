-- Demo: whoever answers for Anadolu Kart and dials as well is kept for the calls when fewer than 70% are answered in time.

insert into blending (client_id, program_id, low_percent, high_percent, stay_seconds) values
  (2, '01970000-0002-7000-8000-000000000201', 70, 85, 300);
