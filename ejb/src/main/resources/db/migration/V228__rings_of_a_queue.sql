-- The owner is walled in as well, and sees no rows but in such a moment.
alter table queue no force row level security;

-- One wider ring was a pair of fields; it is the first of a queue's rings now.
update queue set routing = (routing - 'widenAfterSeconds' - 'widenBy') || case
    when coalesce((routing->>'widenAfterSeconds')::integer, 0) > 0 and coalesce((routing->>'widenBy')::integer, 0) > 0 then
      jsonb_build_object('wider', jsonb_build_array(jsonb_build_object(
        'afterSeconds', (routing->>'widenAfterSeconds')::integer,
        'by', (routing->>'widenBy')::integer)))
    else '{}'::jsonb end
  where routing ?| array['widenAfterSeconds', 'widenBy'];

alter table queue force row level security;
