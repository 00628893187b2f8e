-- Demo: the words that bring the answer to a dispute or a complaint.
insert into wording (client_id, portfolio_id, code, channel, language, version, subject, body, made_by, made_at)
select 2, '01970000-000b-7000-8000-000000000201', 'ANSWER', w.channel, w.language, 1, w.subject, w.body, 'bora', '2026-11-02T09:00:00Z'
from (values
  ('LETTER', 'tr', 'Başvurunuz hakkında: {reference}', E'Sayın {debtor},\n\n{reference} numaralı dosyaya ilişkin başvurunuzu inceledik.\n\n{answer}\n\nSaygılarımızla\n{client} adına Harbour BPO'),
  ('LETTER', 'en', 'Your request: {reference}', E'Dear {debtor},\n\nwe have looked into what you told us about {reference}.\n\n{answer}\n\nYours sincerely\nHarbour BPO, for {client}'),
  ('EMAIL', 'tr', 'Başvurunuz hakkında: {reference}', E'Sayın {debtor},\n\n{reference} numaralı dosyaya ilişkin başvurunuzu inceledik.\n\n{answer}\n\n{client} adına Harbour BPO'),
  ('EMAIL', 'en', 'Your request: {reference}', E'Dear {debtor},\n\nwe have looked into what you told us about {reference}.\n\n{answer}\n\nHarbour BPO, for {client}'),
  ('EMAIL', 'ru', 'По вашему обращению: {reference}', E'Уважаемый(-ая) {debtor}!\n\nМы рассмотрели ваше обращение по {reference}.\n\n{answer}\n\nHarbour BPO, от имени {client}'),
  ('EMAIL', 'it', 'La Sua richiesta: {reference}', E'Gentile {debtor},\n\nabbiamo esaminato quanto ci ha segnalato su {reference}.\n\n{answer}\n\nHarbour BPO, per conto di {client}')
  ) as w(channel, language, subject, body);
