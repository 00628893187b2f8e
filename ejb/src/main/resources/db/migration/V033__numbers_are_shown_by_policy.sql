-- How much of a client's numbers is shown at a site: its own line, else the client's, else the ends.
create function number_shown(client integer, site integer) returns text
  language sql stable
  return coalesce(
    (select m.shown from fairlead.masking m where m.client_id = client and m.site_id = site),
    (select m.shown from fairlead.masking m where m.client_id = client and m.site_id = 0),
    'ENDS');

create function number_revealed(client integer, site integer) returns boolean
  language sql stable
  return coalesce(
    (select m.reveal from fairlead.masking m where m.client_id = client and m.site_id = site),
    (select m.reveal from fairlead.masking m where m.client_id = client and m.site_id = 0),
    true);

grant execute on function number_shown(integer, integer) to fairlead_app, fairlead_engine;
grant execute on function number_revealed(integer, integer) to fairlead_app, fairlead_engine;
