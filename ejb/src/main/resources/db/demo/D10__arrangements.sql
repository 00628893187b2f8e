-- Demo: what the Turkish bank lets an agent, a supervisor and the BPO agree to.
insert into plan_limit (client_id, portfolio_id, role, instalments, least) values
  (2, '01970000-000b-7000-8000-000000000201', 'agent', 6, 10000),
  (2, '01970000-000b-7000-8000-000000000201', 'supervisor', 12, 5000),
  (2, '01970000-000b-7000-8000-000000000201', 'bpo-admin', 36, 2500);
insert into settlement_floor (client_id, portfolio_id, role, days_past_due, balance_from, part) values
  (2, '01970000-000b-7000-8000-000000000201', 'agent', 0, 0, 1.0000),
  (2, '01970000-000b-7000-8000-000000000201', 'agent', 61, 0, 0.9000),
  (2, '01970000-000b-7000-8000-000000000201', 'supervisor', 0, 0, 0.8500),
  (2, '01970000-000b-7000-8000-000000000201', 'supervisor', 61, 0, 0.7500),
  (2, '01970000-000b-7000-8000-000000000201', 'bpo-admin', 0, 0, 0.6000);
