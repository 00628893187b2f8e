-- How a site's agents are reached: which codec their browsers are offered first, and whether their legs stay up.
alter table site_trunk add column opus boolean not null default false;
alter table site_trunk add column keep_legs boolean not null default false;
grant select (opus, keep_legs) on site_trunk to fairlead_app;
