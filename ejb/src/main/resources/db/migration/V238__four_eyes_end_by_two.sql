-- That who writes does not publish ends when a second person says so too: who asked for it waits here.
alter table portfolio add column loosen_asked_by text;
alter table portfolio add column loosen_asked_at timestamptz;
alter table portfolio add check ((loosen_asked_by is null) = (loosen_asked_at is null));
alter table portfolio add check (loosen_asked_by is null or four_eyes);
