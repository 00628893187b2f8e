-- Demo: the people. Their log-ins with the password "fairlead" are in the realm file of Keycloak.

insert into person (person_id, login, name, site_id, language, role) values
  ('01970000-0005-7000-8000-000000000001', 'elif', 'Elif Kaya', 2, 'tr', 'agent'),
  ('01970000-0005-7000-8000-000000000002', 'arben', 'Arben Hoxha', 3, 'en', 'agent'),
  ('01970000-0005-7000-8000-000000000003', 'besa', 'Besa Leka', 3, 'it', 'agent'),
  ('01970000-0005-7000-8000-000000000004', 'deniz', 'Deniz Aydın', 2, 'tr', 'agent'),
  ('01970000-0005-7000-8000-000000000005', 'olga', 'Ольга Ким', 2, 'ru', 'agent'),
  ('01970000-0005-7000-8000-000000000006', 'maricel', 'Maricel Santos', 1, 'en', 'agent'),
  ('01970000-0005-7000-8000-000000000007', 'sena', 'Sena Demir', 2, 'tr', 'supervisor'),
  ('01970000-0005-7000-8000-000000000008', 'giulia', 'Giulia Conti', 3, 'it', 'account-manager'),
  ('01970000-0005-7000-8000-000000000009', 'selin', 'Selin Doğan', 2, 'tr', 'account-manager'),
  ('01970000-0005-7000-8000-000000000010', 'nora', 'Nora Hale', 1, 'en', 'account-manager'),
  ('01970000-0005-7000-8000-000000000011', 'bora', 'Bora Yılmaz', 2, 'en', 'bpo-admin'),
  ('01970000-0005-7000-8000-000000000012', 'clara', 'Clara Reyes', 1, 'en', 'compliance-officer');

insert into person_client (client_id, person_id)
select c.client_id, p.person_id
from (values
  ('elif', '{1,2}'::integer[]), ('arben', '{1}'), ('besa', '{1,3}'), ('deniz', '{2}'), ('olga', '{2,3}'),
  ('maricel', '{3}'), ('sena', '{0,1,2,3}'), ('giulia', '{1}'), ('selin', '{2}'), ('nora', '{3}'),
  ('bora', '{0,1,2,3}'), ('clara', '{0,1,2,3}')) as serves (login, clients)
join person p on p.login = serves.login
cross join unnest(serves.clients) as c (client_id);

insert into person_skill (person_id, skill, proficiency)
select p.person_id, s.skill, s.proficiency
from (values
  ('elif', 'lang:tr', 5), ('elif', 'lang:it', 3), ('elif', 'lang:en', 4), ('elif', 'billing', 3), ('elif', 'cards', 4),
  ('arben', 'lang:it', 5), ('arben', 'lang:en', 4), ('arben', 'billing', 4),
  ('besa', 'lang:it', 5), ('besa', 'lang:en', 4), ('besa', 'billing', 5), ('besa', 'sales', 2),
  ('deniz', 'lang:tr', 5), ('deniz', 'collections', 4), ('deniz', 'cards', 3),
  ('olga', 'lang:ru', 5), ('olga', 'lang:tr', 3), ('olga', 'lang:en', 3), ('olga', 'support', 4), ('olga', 'cards', 2),
  ('maricel', 'lang:en', 5), ('maricel', 'sales', 4), ('maricel', 'support', 2)) as s (login, skill, proficiency)
join person p on p.login = s.login;
