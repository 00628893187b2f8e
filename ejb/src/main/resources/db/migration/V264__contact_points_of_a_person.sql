-- A person's numbers and addresses are looked up for each debt of a night: without this each look reads all of the client's.
create index contact_point_of on contact_point (client_id, customer_id);
