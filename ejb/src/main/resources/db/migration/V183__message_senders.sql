-- In whose name a client's messages leave: an address of the client's, or what a telephone shows as the sender.
create table message_sender (
  client_id integer not null references client,
  channel   text not null check (channel in ('EMAIL','SMS')),
  sender    text not null check (sender <> '' and sender !~ '[[:cntrl:]]'),
  primary key (client_id, channel)
);
call wall('message_sender');
