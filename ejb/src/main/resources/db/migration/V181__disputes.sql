-- Disputes, complaints and other holds as cases: each is answered by a day, and what was found about it stands beside it.

-- How long the law of a country leaves, as data: days to answer, or days that a hold lasts. '*' is every other country.
create table case_term (
  country  text not null,
  kind     text not null check (kind in ('DISPUTE','COMPLAINT','BREATHING_SPACE')),
  days     integer not null check (days between 1 and 400),
  lasts    boolean not null default false,        -- the hold ends by itself then; else: answered by then
  citation text not null,
  basis    text not null check (basis in ('law','practice','house')),
  primary key (country, kind)
);
grant select on case_term to fairlead_app, fairlead_engine;
insert into case_term (country, kind, days, lasts, citation, basis) values
  ('*',  'DISPUTE',         30, false, 'house rule where no other is known', 'house'),
  ('*',  'COMPLAINT',       30, false, 'house rule where no other is known', 'house'),
  ('US', 'DISPUTE',         30, false, '15 U.S.C. 1681i(a)(1); 12 CFR 1006.38: nothing is collected until it is answered', 'law'),
  ('US', 'COMPLAINT',       15, false, 'CFPB complaint portal: an answer within 15 days', 'practice'),
  ('GB', 'COMPLAINT',       56, false, 'FCA DISP 1.6.2R: eight weeks', 'law'),
  ('GB', 'BREATHING_SPACE', 60, true,  'SI 2020/1311, regulation 26: sixty days', 'law'),
  ('IT', 'COMPLAINT',       60, false, 'Banca d''Italia, Trasparenza, sez. XI: sixty days', 'law'),
  ('TR', 'DISPUTE',         20, false, 'Law 5464 on bank cards and credit cards: twenty days', 'practice'),
  ('TR', 'COMPLAINT',       20, false, 'Law 5464 on bank cards and credit cards: twenty days', 'practice'),
  ('RU', 'COMPLAINT',       30, false, 'Law 59-FZ, article 12, taken over: thirty days', 'practice');

create table debt_case (
  client_id   integer not null references client,
  case_id     uuid not null,                      -- for a hold: the hold's own id
  debt_id     uuid not null,
  kind        text not null check (kind in ('DISPUTE','BANKRUPT','DECEASED','CEASE','ATTORNEY','BREATHING_SPACE','VULNERABLE','FRAUD','COMPLAINT')),
  hold_id     uuid,                               -- null for a complaint: it stops nothing by itself
  opened_at   timestamptz not null,
  opened_by   text not null,
  words       text not null,
  answer_by   date,
  citation    text,                               -- why by then
  answered_at timestamptz,
  answered_by text,
  outcome     text check (outcome in ('UPHELD','PARTLY','REJECTED','ENDED')),
  answer      text,
  message_id  uuid,                               -- that brought the answer
  primary key (client_id, case_id),
  check ((answered_at is null) = (outcome is null)),
  foreign key (client_id, debt_id) references debt,
  foreign key (client_id, hold_id) references debt_hold,
  foreign key (client_id, message_id) references debt_message
);
call wall('debt_case');
create index debt_case_open on debt_case (client_id, answer_by, opened_at) where answered_at is null;
create index debt_case_of on debt_case (client_id, debt_id);

-- What was asked, found or handed in; only added to.
create table case_note (
  client_id  integer not null references client,
  note_id    uuid not null,
  case_id    uuid not null,
  at         timestamptz not null,
  who        text not null,
  words      text not null,
  file_name  text,
  media_type text,
  sha256     text check (sha256 ~ '^[0-9a-f]{64}$'),
  content    bytea,
  primary key (client_id, note_id),
  check ((file_name is null) = (content is null) and (media_type is null) = (content is null) and (sha256 is null) = (content is null)),
  foreign key (client_id, case_id) references debt_case
);
call wall('case_note', false);
create index case_note_of on case_note (client_id, case_id, at);

-- Holds that stand already are cases too; one for a person's several debts is enough, but which was first is not known.
alter table debt_hold no force row level security;
alter table debt_case no force row level security;
insert into debt_case (client_id, case_id, debt_id, kind, hold_id, opened_at, opened_by, words)
select client_id, hold_id, debt_id, kind, hold_id, since, placed_by, reason from debt_hold where released_at is null;
alter table debt_case force row level security;
alter table debt_hold force row level security;

-- The words that bring an answer.
alter table wording drop constraint wording_code_check;
alter table wording add constraint wording_code_check
  check (code in ('VALIDATION','LETTER','MESSAGE','REMINDER','LINK','ANSWER'));
