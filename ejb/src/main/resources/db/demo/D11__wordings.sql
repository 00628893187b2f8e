-- Demo: what the Turkish bank's debtors are written, in four languages and Arabic.
insert into wording (client_id, portfolio_id, code, channel, language, version, subject, body, made_by, made_at)
select 2, '01970000-000b-7000-8000-000000000201', w.code, w.channel, w.language, 1, w.subject, w.body, 'bora', '2026-11-02T09:00:00Z'
from (values
  ('LETTER', 'LETTER', 'tr', 'Gecikmiş borcunuz hakkında: {reference}', E'Sayın {debtor},\n\n{client} nezdindeki {reference} numaralı borcunuzun {today} tarihindeki toplamı {owed} tutarındadır (anapara {principal}, faiz {interest}, masraf {costs}).\n\nÖdemenizi bekliyor, ödeme güçlüğü yaşıyorsanız bizimle görüşmenizi rica ediyoruz. Borca itiraz etme hakkınız vardır.\n\nSaygılarımızla\nHarbour BPO, {client} adına'),
  ('LETTER', 'LETTER', 'en', 'About your overdue debt: {reference}', E'Dear {debtor},\n\nyour debt {reference} with {client} stands at {owed} on {today} (principal {principal}, interest {interest}, costs {costs}).\n\nPlease pay it, or speak with us if you find it hard to. You have the right to dispute the debt.\n\nYours sincerely\nHarbour BPO, for {client}'),
  ('LETTER', 'LETTER', 'it', 'Il Suo debito scaduto: {reference}', E'Gentile {debtor},\n\nil Suo debito {reference} verso {client} ammonta al {today} a {owed} (capitale {principal}, interessi {interest}, spese {costs}).\n\nLa preghiamo di provvedere al pagamento o, in caso di difficoltà, di contattarci. Ha diritto di contestare il debito.\n\nCordiali saluti\nHarbour BPO, per conto di {client}'),
  ('LETTER', 'LETTER', 'ru', 'О вашей просроченной задолженности: {reference}', E'Уважаемый(-ая) {debtor}!\n\nВаша задолженность {reference} перед {client} на {today} составляет {owed} (основной долг {principal}, проценты {interest}, расходы {costs}).\n\nПросим оплатить её или связаться с нами, если это затруднительно. Вы вправе оспорить долг.\n\nС уважением,\nHarbour BPO, от имени {client}'),
  ('LETTER', 'LETTER', 'ar', 'بخصوص دينكم المتأخر: {reference}', E'السيد/السيدة {debtor}،\n\nبلغ دينكم رقم {reference} لدى {client} بتاريخ {today} مبلغ {owed} (الأصل {principal}، الفائدة {interest}، المصاريف {costs}).\n\nنرجو منكم السداد أو التواصل معنا إذا واجهتم صعوبة. يحق لكم الاعتراض على الدين.\n\nمع التحية\nHarbour BPO'),
  ('REMINDER', 'SMS', 'tr', 'Hatırlatma', '{client}: {reference} için {amount} ödemeniz {due} tarihinde. Harbour BPO'),
  ('REMINDER', 'SMS', 'en', 'Reminder', '{client}: your payment of {amount} for {reference} is due on {due}. Harbour BPO'),
  ('REMINDER', 'SMS', 'it', 'Promemoria', '{client}: il pagamento di {amount} per {reference} scade il {due}. Harbour BPO'),
  ('REMINDER', 'SMS', 'ru', 'Напоминание', '{client}: платёж {amount} по {reference} — до {due}. Harbour BPO'),
  ('MESSAGE', 'SMS', 'tr', 'Lütfen bizi arayın', '{client} adına Harbour BPO: {reference} dosyanız için lütfen bizi arayın.'),
  ('MESSAGE', 'SMS', 'en', 'Please call us', 'Harbour BPO for {client}: please call us about {reference}.')
  ) as w(code, channel, language, subject, body);
