-- How a campaign's calls are paced: more modes, lines for each ready agent, the limit of abandoned calls with the window
-- over which its regulator counts, and the campaign's share of agents whom several campaigns want.
alter table campaign drop constraint campaign_mode_check;
alter table campaign add constraint campaign_mode_check
  check (mode in ('MANUAL','PREVIEW','POWER','PROGRESSIVE','PREDICTIVE'));
alter table campaign
  add column lines_per_agent numeric(4,1) not null default 1.5 check (lines_per_agent between 1 and 10),
  -- of the calls that a person answered; 3% is the strictest of the laws that name a rate (FTC 16 CFR 310.4(b)(4), Ofcom)
  add column abandon_limit numeric(4,3) not null default 0.03 check (abandon_limit between 0 and 0.05),
  add column abandon_window text not null default 'DAY' check (abandon_window in ('DAY','MONTH','DAYS_30')),
  add column weight integer not null default 1 check (weight between 1 and 100);
-- FTC: per campaign over 30 days; CRTC: per calendar month; Ofcom and everybody else: per day.
update campaign set abandon_window = case country when 'US' then 'DAYS_30' when 'CA' then 'MONTH' else 'DAY' end;
create index contact_of_campaign on contact (client_id, campaign_id, offered_at)
  where campaign_id is not null and outcome in ('HANDLED','ABANDONED');
