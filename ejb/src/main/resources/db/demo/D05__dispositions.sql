-- Demo: how contacts end, with the key that chooses each outcome.

insert into disposition (client_id, program_id, code, digit, names, category) values
  (1, '01970000-0002-7000-8000-000000000101', 'corrected', 1, '{"it": "Lettura corretta, bolletta da rifare", "en": "Corrected, rebill", "tr": "Düzeltildi, fatura yenilenecek"}', 'RESOLVED'),
  (1, '01970000-0002-7000-8000-000000000101', 'photo-accepted', 2, '{"it": "Foto accettata, bolletta da rifare", "en": "Photo accepted, rebill", "tr": "Fotoğraf kabul edildi, fatura yenilenecek"}', 'RESOLVED'),
  (1, '01970000-0002-7000-8000-000000000101', 'explained', 3, '{"it": "Bolletta spiegata", "en": "Bill explained", "tr": "Fatura açıklandı"}', 'RESOLVED'),
  (1, '01970000-0002-7000-8000-000000000101', 'technician', 4, '{"it": "Serve un tecnico", "en": "Technician needed", "tr": "Teknisyen gerekiyor"}', 'ESCALATED'),
  (1, '01970000-0002-7000-8000-000000000101', 'will-call-back', 5, '{"it": "Il cliente richiamerà", "en": "Customer will call back", "tr": "Müşteri tekrar arayacak"}', 'OTHER'),
  (1, '01970000-0002-7000-8000-000000000101', 'complaint', 6, '{"it": "Reclamo", "en": "Complaint", "tr": "Şikâyet"}', 'ESCALATED'),
  (1, '01970000-0002-7000-8000-000000000101', 'wrong-number', 7, '{"it": "Numero sbagliato", "en": "Wrong number", "tr": "Yanlış numara"}', 'WRONG_PARTY'),

  (2, '01970000-0002-7000-8000-000000000201', 'solved', 1, '{"tr": "Çözüldü", "en": "Solved"}', 'RESOLVED'),
  (2, '01970000-0002-7000-8000-000000000201', 'card-blocked', 2, '{"tr": "Kart kapatıldı, yenisi gönderilecek", "en": "Card blocked, new one on its way"}', 'RESOLVED'),
  (2, '01970000-0002-7000-8000-000000000201', 'limit-request', 3, '{"tr": "Limit talebi alındı", "en": "Limit request taken"}', 'RESOLVED'),
  (2, '01970000-0002-7000-8000-000000000201', 'charge-disputed', 4, '{"tr": "Harcama itirazı açıldı", "en": "Charge disputed"}', 'ESCALATED'),
  (2, '01970000-0002-7000-8000-000000000201', 'to-branch', 5, '{"tr": "Şubeye yönlendirildi", "en": "Referred to a branch"}', 'OTHER'),
  (2, '01970000-0002-7000-8000-000000000201', 'complaint', 6, '{"tr": "Şikâyet", "en": "Complaint"}', 'ESCALATED'),

  (2, '01970000-0002-7000-8000-000000000202', 'promise', 1, '{"tr": "Ödeme sözü", "en": "Promise to pay"}', 'PROMISE'),
  (2, '01970000-0002-7000-8000-000000000202', 'paid-already', 2, '{"tr": "Ödemiş", "en": "Has paid already"}', 'RESOLVED'),
  (2, '01970000-0002-7000-8000-000000000202', 'callback', 3, '{"tr": "Tekrar aranmak istiyor", "en": "Wants a call back"}', 'CALLBACK'),
  (2, '01970000-0002-7000-8000-000000000202', 'disputed', 4, '{"tr": "Borca itiraz", "en": "Disputes the debt"}', 'ESCALATED'),
  (2, '01970000-0002-7000-8000-000000000202', 'refuses', 5, '{"tr": "Ödemeyi reddediyor", "en": "Refuses to pay"}', 'REFUSED'),
  (2, '01970000-0002-7000-8000-000000000202', 'other-person', 6, '{"tr": "Başka biri açtı", "en": "Somebody else answered"}', 'WRONG_PARTY'),
  (2, '01970000-0002-7000-8000-000000000202', 'do-not-call', 7, '{"tr": "Aranmak istemiyor", "en": "Do not call again"}', 'DO_NOT_CALL'),
  (2, '01970000-0002-7000-8000-000000000202', 'voicemail', 8, '{"tr": "Telesekreter", "en": "Voicemail"}', 'NO_CONTACT'),

  (3, '01970000-0002-7000-8000-000000000301', 'sold', 1, '{"en": "Sold"}', 'SALE'),
  (3, '01970000-0002-7000-8000-000000000301', 'not-interested', 2, '{"en": "Not interested"}', 'REFUSED'),
  (3, '01970000-0002-7000-8000-000000000301', 'callback', 3, '{"en": "Call back later"}', 'CALLBACK'),
  (3, '01970000-0002-7000-8000-000000000301', 'has-it', 4, '{"en": "Has the plan already"}', 'RESOLVED'),
  (3, '01970000-0002-7000-8000-000000000301', 'wrong-number', 5, '{"en": "Wrong number"}', 'WRONG_PARTY'),
  (3, '01970000-0002-7000-8000-000000000301', 'do-not-call', 6, '{"en": "Do not call again"}', 'DO_NOT_CALL'),
  (3, '01970000-0002-7000-8000-000000000301', 'voicemail', 7, '{"en": "Voicemail"}', 'NO_CONTACT'),

  (3, '01970000-0002-7000-8000-000000000302', 'solved', 1, '{"ru": "Вопрос решён", "en": "Solved"}', 'RESOLVED'),
  (3, '01970000-0002-7000-8000-000000000302', 'return-started', 2, '{"ru": "Возврат оформлен", "en": "Return started"}', 'RESOLVED'),
  (3, '01970000-0002-7000-8000-000000000302', 'delivery-traced', 3, '{"ru": "Розыск посылки", "en": "Parcel being traced"}', 'ESCALATED'),
  (3, '01970000-0002-7000-8000-000000000302', 'will-call-back', 4, '{"ru": "Покупатель перезвонит", "en": "Customer will call back"}', 'OTHER'),
  (3, '01970000-0002-7000-8000-000000000302', 'complaint', 5, '{"ru": "Жалоба", "en": "Complaint"}', 'ESCALATED'),
  (3, '01970000-0002-7000-8000-000000000302', 'wrong-number', 6, '{"ru": "Ошиблись номером", "en": "Wrong number"}', 'WRONG_PARTY');
