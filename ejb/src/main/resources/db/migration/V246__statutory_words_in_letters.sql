-- What the law wants written: a letter has it where its wording says {disclosure}, and the rights where it says {rights}.
alter table statutory_text drop constraint statutory_text_occasion_check;
alter table statutory_text add constraint statutory_text_occasion_check
  check (occasion in ('FIRST','LATER','RIGHTS','WRITTEN'));
alter table statutory_text no force row level security;
insert into statutory_text (country, occasion, language, version, heading, words, citation, basis) values
  ('US','WRITTEN','en',1,'Disclosure','This is an attempt to collect a debt by a debt collector. Any information obtained will be used for that purpose.','12 CFR 1006.18(e)(1)','law'),
  ('US','WRITTEN','es',1,'Declaración','Esta comunicación es un intento de cobrar una deuda por parte de un cobrador de deudas. Cualquier información que se obtenga se utilizará con ese fin.','12 CFR 1006.18(e)(1)','law'),
  ('TR','WRITTEN','tr',1,'Aydınlatma','Bu yazı {client} adına, gecikmiş borcunuzla ilgili gönderilmiştir. Kişisel verileriniz 6698 sayılı Kanun’a göre yalnızca bu amaçla işlenir.','Law 6698, article 10','law'),
  ('TR','WRITTEN','en',1,'Disclosure','This letter is sent on behalf of {client} about an overdue debt. Your personal data are processed for this purpose alone, by Law 6698.','Law 6698, article 10','law'),
  ('IT','WRITTEN','it',1,'Informativa','La presente è inviata per conto di {client} per un credito scaduto. I Suoi dati sono trattati solo per questo scopo; può chiedere in ogni momento da dove li abbiamo.','Regulation (EU) 2016/679, article 14','law'),
  ('IT','WRITTEN','en',1,'Disclosure','This letter is sent on behalf of {client} about an overdue debt. Your data are processed for this purpose alone; you may ask at any time where we have them from.','Regulation (EU) 2016/679, article 14','law'),
  ('RU','WRITTEN','ru',1,'От чьего имени','Это сообщение направлено от имени {client} по поводу просроченной задолженности.','Law 230-FZ, article 7 (7)','law'),
  ('RU','WRITTEN','en',1,'On whose behalf','This letter is sent on behalf of {client} about an overdue debt.','Law 230-FZ, article 7 (7)','law'),
  ('*','WRITTEN','en',1,'On whose behalf','This letter is sent on behalf of {client} about an overdue debt. You may dispute it.','house rule where no other is known','house');
alter table statutory_text force row level security;
