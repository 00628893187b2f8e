-- Co-debtors and guarantors are written to in words of their own, about the same debt.
alter table wording add column role text not null default 'DEBTOR' check (role in ('DEBTOR','CO_DEBTOR','GUARANTOR'));
alter table wording add check (role = 'DEBTOR' or code in ('LETTER','MESSAGE','VALIDATION'));
alter table wording drop constraint wording_pkey;
alter table wording add primary key (client_id, portfolio_id, code, channel, language, role, version);
alter table debt_message add column role text not null default 'DEBTOR' check (role in ('DEBTOR','CO_DEBTOR','GUARANTOR'));
