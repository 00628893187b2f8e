-- Demo: the service account of Keycloak's client "fairlead-integration", bound to Lumen Energia as that client's own
-- system (its CRM, say) would be. It has no password: it comes with a token of the client's secret.

insert into person (person_id, login, name, site_id, language) values
  ('01970000-0005-7000-8000-000000000013', 'service-account-fairlead-integration', 'Lumen Energia CRM', 3, 'en');

insert into person_client (client_id, person_id)
values (1, '01970000-0005-7000-8000-000000000013');
