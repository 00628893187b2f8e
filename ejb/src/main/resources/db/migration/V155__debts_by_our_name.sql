-- Decisions compare debts by our ids. Holds and contacts made elsewhere were kept with the client's reference and so
-- stopped and counted nothing; where a reference stands for several debts it is any of them, the stricter reading.
-- The owner sees rows behind the wall only while it is not forced.
alter table debt no force row level security;
alter table outreach_hold no force row level security;
alter table outreach_import no force row level security;

update outreach_hold h set debt = (
    select case count(*) when 1 then min(d.debt_id::text) end from debt d
    where d.client_id = h.client_id and d.reference = h.debt)
  where exists (select 1 from debt d where d.client_id = h.client_id and d.reference = h.debt);
update outreach_import i set debt = (
    select case count(*) when 1 then min(d.debt_id::text) end from debt d
    where d.client_id = i.client_id and d.reference = i.debt)
  where exists (select 1 from debt d where d.client_id = i.client_id and d.reference = i.debt);

alter table outreach_import force row level security;
alter table outreach_hold force row level security;
alter table debt force row level security;
