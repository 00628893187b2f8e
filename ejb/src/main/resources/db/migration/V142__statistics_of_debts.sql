-- A placement brings more rows in one transaction than a table had before. Until the data base has counted them, it takes
-- every index that begins with the client for as good as the primary key, and reads all debts to find one. Only an owner may
-- have them counted, so the application asks for just that.
create function count_debts_again() returns void language plpgsql security definer set search_path = fairlead, pg_temp as $$
begin
  analyze debt;
  analyze debt_party;
  analyze debt_posting;
  analyze customer;
  analyze contact_point;
end $$;
revoke execute on function count_debts_again() from public;
grant execute on function count_debts_again() to fairlead_app;
