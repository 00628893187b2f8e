-- Stands in for the real migrations, which lie in the ejb room.
create table client (client_id integer primary key, name text not null);
grant select, insert on client to fairlead_app, fairlead_engine;
grant usage on schema fairlead to fairlead_app, fairlead_engine;
create table made_month (month date primary key);
create procedure make_month(month date) language sql security definer set search_path = fairlead, pg_temp
  begin atomic insert into made_month values (month); end;
