-- Words that a country's law wants said to a debtor, and when; said in the debtor's language, and never to anybody else:
-- they stand in the script once the person was checked. No lawyer has read them: citation and basis stand beside each.
create table statutory_text (
  country  text not null,                         -- '*' where no other is known
  occasion text not null check (occasion in ('FIRST','LATER','RIGHTS')),
  language text not null,
  version  integer not null,
  heading  text not null,
  words    text not null,                         -- {agent}, {customer} and {client} are filled in
  citation text not null,
  basis    text not null check (basis in ('law','practice','house')),
  primary key (country, occasion, language, version)
);
grant select on statutory_text to fairlead_app, fairlead_engine;
insert into statutory_text (country, occasion, language, version, heading, words, citation, basis) values
  ('US','FIRST','en',1,'First disclosure','This is an attempt to collect a debt, and any information obtained will be used for that purpose. This call is from a debt collector.','12 CFR 1006.18(e)(1)','law'),
  ('US','FIRST','es',1,'Primera declaración','Esta llamada es un intento de cobrar una deuda y cualquier información que se obtenga se utilizará con ese fin. Le llama un cobrador de deudas.','12 CFR 1006.18(e)(1)','law'),
  ('US','LATER','en',1,'Disclosure','This call is from a debt collector.','12 CFR 1006.18(e)(2)','law'),
  ('US','LATER','es',1,'Declaración','Le llama un cobrador de deudas.','12 CFR 1006.18(e)(2)','law'),
  ('US','RIGHTS','en',1,'Right to dispute','You may dispute this debt, or any part of it, within 30 days after you receive our validation notice. If you write to us in that time, we stop collecting until we have sent you verification.','12 CFR 1006.34(c)(3), 1006.38','law'),
  ('US','RIGHTS','es',1,'Derecho a disputar','Puede disputar esta deuda, o cualquier parte de ella, dentro de los 30 días siguientes a recibir nuestro aviso de validación. Si nos escribe en ese plazo, dejamos de cobrar hasta enviarle la verificación.','12 CFR 1006.34(c)(3), 1006.38','law'),
  ('TR','FIRST','tr',1,'Aydınlatma','Bu görüşmeyi {client} adına, gecikmiş borcunuzla ilgili yapıyorum. Kişisel verileriniz 6698 sayılı Kanun’a göre yalnızca bu amaçla işlenir.','Law 6698, article 10','law'),
  ('TR','FIRST','en',1,'Disclosure','I am calling on behalf of {client} about an overdue debt. Your personal data are processed for this purpose alone, by Law 6698.','Law 6698, article 10','law'),
  ('TR','LATER','tr',1,'Kim adına','{client} adına, gecikmiş borcunuzla ilgili arıyorum.','Law 6698, article 10','practice'),
  ('TR','LATER','en',1,'On whose behalf','I am calling on behalf of {client} about an overdue debt.','Law 6698, article 10','practice'),
  ('TR','RIGHTS','tr',1,'İtiraz hakkı','Borca itiraz edebilirsiniz; itirazınız bitene dek sizi bu borç için aramayız.','house rule where no other is known','house'),
  ('TR','RIGHTS','en',1,'Right to dispute','You may dispute the debt; until your dispute is answered we do not call you about it.','house rule where no other is known','house'),
  ('IT','FIRST','it',1,'Informativa','La chiamo per conto di {client} per un credito scaduto. I Suoi dati sono trattati solo per questo scopo; può chiedere in ogni momento da dove li abbiamo.','Regulation (EU) 2016/679, article 14','law'),
  ('IT','FIRST','en',1,'Disclosure','I am calling on behalf of {client} about an overdue debt. Your data are processed for this purpose alone; you may ask at any time where we have them from.','Regulation (EU) 2016/679, article 14','law'),
  ('IT','LATER','it',1,'Per conto di chi','La chiamo per conto di {client} per un credito scaduto.','Regulation (EU) 2016/679, article 14','practice'),
  ('IT','LATER','en',1,'On whose behalf','I am calling on behalf of {client} about an overdue debt.','Regulation (EU) 2016/679, article 14','practice'),
  ('IT','RIGHTS','it',1,'Diritto di contestare','Può contestare il debito; finché non Le abbiamo risposto non La richiamiamo per questo.','house rule where no other is known','house'),
  ('IT','RIGHTS','en',1,'Right to dispute','You may dispute the debt; until we have answered we do not call you about it again.','house rule where no other is known','house'),
  ('RU','FIRST','ru',1,'Кто звонит и от чьего имени','Меня зовут {agent}. Я звоню от имени {client} по поводу просроченной задолженности.','Law 230-FZ, article 7 (4)','law'),
  ('RU','FIRST','en',1,'Who calls, and for whom','My name is {agent}. I am calling on behalf of {client} about an overdue debt.','Law 230-FZ, article 7 (4)','law'),
  ('RU','LATER','ru',1,'Кто звонит и от чьего имени','Меня зовут {agent}. Я звоню от имени {client} по поводу просроченной задолженности.','Law 230-FZ, article 7 (4)','law'),
  ('RU','LATER','en',1,'Who calls, and for whom','My name is {agent}. I am calling on behalf of {client} about an overdue debt.','Law 230-FZ, article 7 (4)','law'),
  ('RU','RIGHTS','ru',1,'Право на отказ и представителя','Вы можете оспорить долг, отказаться от взаимодействия или общаться с нами через представителя.','Law 230-FZ, article 8','law'),
  ('RU','RIGHTS','en',1,'Right to refuse and to be represented','You may dispute the debt, refuse to be contacted, or deal with us through a representative.','Law 230-FZ, article 8','law'),
  ('*','FIRST','en',1,'On whose behalf','I am calling on behalf of {client} about an overdue debt. You may dispute it.','house rule where no other is known','house'),
  ('*','LATER','en',1,'On whose behalf','I am calling on behalf of {client} about an overdue debt.','house rule where no other is known','house');

-- What somebody is asked to show that it is the debtor who speaks, the best first; two that are known are asked.
alter table portfolio add column identity_steps text[] not null
  default '{BIRTH_DATE,POSTAL_CODE,STREET,REFERENCE_END,EMAIL,PHONE_END}'
  check (identity_steps <@ array['BIRTH_DATE','POSTAL_CODE','STREET','REFERENCE_END','EMAIL','PHONE_END']
         and cardinality(identity_steps) >= 2);
