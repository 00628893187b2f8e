-- Demo: in whose name messages leave.
insert into message_sender (client_id, channel, sender) values
  (1, 'EMAIL', 'Lumen Energia <recupero@lumen.example>'), (1, 'SMS', 'Lumen'),
  (2, 'EMAIL', 'Anadolu Kart <tahsilat@anadolu.example>'), (2, 'SMS', 'ANADOLUKART'),
  (3, 'EMAIL', 'Northway <accounts@northway.example>'), (3, 'SMS', 'Northway');
