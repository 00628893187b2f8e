-- Demo, at every start where it is missing: the service account of Keycloak's client "fairlead-integration", bound to
-- Lumen Energia as that client's own system (its CRM, say) would be. It has no password: it comes with a token of the
-- client's secret. Whom it serves is written with it once: what an admin took away stays away.

with made as (
  insert into person (person_id, login, name, site_id, language)
  select '01970000-0005-7000-8000-000000000013', 'service-account-fairlead-integration', 'Lumen Energia CRM', 3, 'en'
  where exists (select 1 from client where client_id = 1 and code = 'lumen')
    and exists (select 1 from site where site_id = 3)
  on conflict do nothing
  returning person_id)
insert into person_client (client_id, person_id) select 1, person_id from made;
