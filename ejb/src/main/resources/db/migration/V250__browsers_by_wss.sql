-- Whether a site's browsers reach its engine by TLS alone, also from a console that came without.
alter table site_trunk add column wss boolean not null default false;
grant select (wss) on site_trunk to fairlead_app;
