-- Wordings for co-debtors and guarantors have versions of their own: the last of each is asked.
create or replace function languages_of_law(the_country text, its_field text) returns table (language text)
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
          and v.portfolio_id = w.portfolio_id and v.code = w.code and v.channel = w.channel and v.language = w.language
          and v.role = w.role);
  end;
