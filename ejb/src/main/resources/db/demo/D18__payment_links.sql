-- Demo: the words that bring a link to pay by card. They say nothing of a debt: whoever holds the telephone may read them.
insert into wording (client_id, portfolio_id, code, channel, language, version, subject, body, made_by, made_at)
select 2, '01970000-000b-7000-8000-000000000201', 'LINK', w.channel, w.language, 1, w.subject, w.body, 'bora', '2026-11-02T09:00:00Z'
from (values
  ('SMS', 'tr', 'Ödeme bağlantısı', '{client}: görüşmemizde istediğiniz ödeme bağlantısı, {due} gününe dek ve bir kez açılır: {link}'),
  ('SMS', 'en', 'Payment link', '{client}: the payment link that you asked for. It opens once, until {due}: {link}'),
  ('SMS', 'it', 'Link di pagamento', '{client}: il link di pagamento che ha chiesto. Si apre una volta, fino al {due}: {link}'),
  ('SMS', 'ru', 'Ссылка на оплату', '{client}: ссылка на оплату по вашей просьбе. Открывается один раз, до {due}: {link}'),
  ('EMAIL', 'tr', 'Ödeme bağlantınız', E'Sayın {debtor},\n\nistediğiniz ödeme bağlantısı aşağıdadır. Bir kez açılır ve {due} gününe dek geçerlidir.\n\n{link}\n\n{client}'),
  ('EMAIL', 'en', 'Your payment link', E'Dear {debtor},\n\nhere is the payment link that you asked for. It opens once and is valid until {due}.\n\n{link}\n\n{client}'),
  ('EMAIL', 'it', 'Il Suo link di pagamento', E'Gentile {debtor},\n\necco il link di pagamento che ha chiesto. Si apre una volta ed è valido fino al {due}.\n\n{link}\n\n{client}'),
  ('EMAIL', 'ru', 'Ваша ссылка на оплату', E'Уважаемый(-ая) {debtor}!\n\nвот ссылка на оплату, о которой вы просили. Она открывается один раз и действует до {due}.\n\n{link}\n\n{client}')
  ) as w(channel, language, subject, body);
