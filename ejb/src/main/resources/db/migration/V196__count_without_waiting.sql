-- Whoever counts a table does not wait for somebody who counts it already: placements of two clients at once stood in line.
create or replace function count_debts_again() returns void language plpgsql security definer set search_path = fairlead, pg_temp as $$
begin
  analyze (skip_locked) debt;
  analyze (skip_locked) debt_party;
  analyze (skip_locked) debt_posting;
  analyze (skip_locked) customer;
  analyze (skip_locked) contact_point;
end $$;
