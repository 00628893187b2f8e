-- Demo: the register that US telemarketing is checked against, with one number on it, and the line of business of the
-- one client whom a rule of its sector binds. A list grows old: after 31 days the register wants a new file.

insert into outreach_register (client_id, name, list_date, generation, numbers, loaded_at) values
  (0, 'US_NATIONAL_DNC', current_date, '01970000-000a-7000-8000-000000000001', 1, now());
insert into outreach_register_number (client_id, generation, number) values
  (0, '01970000-000a-7000-8000-000000000001', '+12125550199');

update client set sector = 'electricity/gas' where client_id = 1;
