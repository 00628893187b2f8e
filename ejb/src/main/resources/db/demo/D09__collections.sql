-- Demo: the Turkish bank's early-stage cards as a portfolio that waits for its first placement file
-- (docs/demo/anadolu-placement.csv), with the fee plan and the strategy that were agreed.

insert into portfolio (client_id, portfolio_id, program_id, code, name, currency, country, campaign_id, day_count, yearly_rate,
                       grace_days, tolerance, clearing_days, remittance_mode, mapping) values
  (2, '01970000-000b-7000-8000-000000000201', '01970000-0002-7000-8000-000000000202', 'anadolu-cards-early',
   'Kart, 1-90 gün', 'TRY', 'TR', '01970000-0004-7000-8000-000000000201', 'ACT_360', 0.480000, 2, 0.9500, 0, 'NET',
   '{"reference": "Dosya No", "debtor_reference": "Müşteri No", "name": "Ad Soyad", "birth_date": "Doğum Tarihi", "language": "Dil",
     "city": "İl", "postal_code": "Posta Kodu", "phone": "Cep", "phone_2": "Cep 2", "guarantor_name": "Kefil",
     "guarantor_phone": "Kefil Tel", "principal": "Anapara", "interest": "Faiz", "costs": "Masraf", "currency": "Para",
     "past_due_since": "Vade", "attempts": "Önceki Arama", "last_attempt": "Son Arama"}');

insert into fee_plan (client_id, portfolio_id, version, valid_from, tiers) values
  (2, '01970000-000b-7000-8000-000000000201', 1, '2026-01-01',
   '[{"daysPastDue": 0, "legal": false, "way": "TRUST", "rate": 0.08}, {"daysPastDue": 31, "legal": false, "way": "TRUST", "rate": 0.12},
     {"daysPastDue": 61, "legal": false, "way": "TRUST", "rate": 0.16}, {"daysPastDue": 0, "legal": false, "way": "DIRECT", "rate": 0.05}]');

insert into collection_strategy (client_id, portfolio_id, version, state, body, published_by, published_at) values
  (2, '01970000-000b-7000-8000-000000000201', 1, 'PUBLISHED',
   '{"version": 1, "seed": 20261122, "challengerShare": 0.2,
     "champion": [
       {"name": "1-30", "daysFrom": 0, "daysUntil": 30, "scoreFrom": 0, "scoreBelow": 2, "balanceFrom": 0, "balanceBelow": 9000000000000000,
        "actions": [{"step": "CALL", "after": "P3D", "times": 6}]},
       {"name": "31-90", "daysFrom": 31, "daysUntil": 90, "scoreFrom": 0, "scoreBelow": 2, "balanceFrom": 0, "balanceBelow": 9000000000000000,
        "actions": [{"step": "CALL", "after": "P2D", "times": 12}, {"step": "LETTER", "after": "P2D", "times": 1}]},
       {"name": "91+", "daysFrom": 91, "daysUntil": 2147483647, "scoreFrom": 0, "scoreBelow": 2, "balanceFrom": 0, "balanceBelow": 9000000000000000,
        "actions": [{"step": "CALL", "after": "P7D", "times": 8}, {"step": "LEGAL_REFERRAL", "after": "P14D", "times": 1}]}],
     "challenger": [
       {"name": "small balances", "daysFrom": 0, "daysUntil": 90, "scoreFrom": 0, "scoreBelow": 2, "balanceFrom": 0, "balanceBelow": 50000,
        "actions": [{"step": "LETTER", "after": "P7D", "times": 2}]},
       {"name": "1-90", "daysFrom": 0, "daysUntil": 90, "scoreFrom": 0, "scoreBelow": 2, "balanceFrom": 50000, "balanceBelow": 9000000000000000,
        "actions": [{"step": "CALL", "after": "P1D", "times": 10}]},
       {"name": "91+", "daysFrom": 91, "daysUntil": 2147483647, "scoreFrom": 0, "scoreBelow": 2, "balanceFrom": 0, "balanceBelow": 9000000000000000,
        "actions": [{"step": "CALL", "after": "P7D", "times": 8}]}]}',
   'bora', '2026-11-02T09:00:00Z');
