-- How the Turkish bank's files name the card sandbox when it pays out.
insert into provider_sign (client_id, provider, words, said_by, said_at) values (2, 'sandbox', 'SANDBOX PAYMENTS', 'bora', now());
