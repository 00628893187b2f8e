-- Holds that collections placed were kept in words that no rule of the pack knows: only the house's own rule denied.
alter table outreach_hold no force row level security;
update outreach_hold set kind = replace(lower(kind), '_', '-') where kind ~ '[A-Z_]';
alter table outreach_hold force row level security;
