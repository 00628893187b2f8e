-- Whoever is moved works in that queue alone until then, and in none of the own; whoever helps does so besides.
alter table agent_lent add column alone boolean not null default false;
