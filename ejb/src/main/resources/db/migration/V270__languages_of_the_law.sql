-- The law's words stand for all clients, and whoever writes them may serve only some: the languages that are needed are
-- asked of every client that collects in the country. What comes out is codes of languages, and nothing of whose they are.
create policy law_is_asked on portfolio for select to fairlead_owner using (true);
create policy law_is_asked on wording for select to fairlead_owner using (true);

create function languages_of_law(the_country text, its_field text) returns table (language text)
  language sql security definer set search_path = fairlead, pg_temp stable
  begin atomic
    select l from portfolio p
      join program g on g.client_id = p.client_id and g.program_id = p.program_id
      cross join unnest(g.languages) l
      where 0 = any (scope_clients()) and p.country = the_country
    union
    select w.language from wording w
      join portfolio p on p.client_id = w.client_id and p.portfolio_id = w.portfolio_id
      where 0 = any (scope_clients()) and p.country = the_country and strpos(w.subject || w.body, its_field) > 0
        and w.version = (select max(v.version) from wording v where v.client_id = w.client_id
          and v.portfolio_id = w.portfolio_id and v.code = w.code and v.channel = w.channel and v.language = w.language);
  end;
revoke all on function languages_of_law(text, text) from public;
grant execute on function languages_of_law(text, text) to fairlead_app;
