package org.fairlead.security;

import java.sql.SQLException;
import java.util.UUID;

/** One row for clients 1 and 2 in every table that the demo data leave empty, so that the probes have something to see. */
final class ContactsOfTwoClients {

    static final String REFUSED_BY_ALL = "+390000000000";

    private static final String ELIF = "01970000-0005-7000-8000-000000000001";

    private ContactsOfTwoClients() {}

    static void write(Rows rows) throws SQLException {
        for (int client = 1; client <= 2; client++) {
            UUID contact = UUID.randomUUID();
            contact(rows, client, contact);
            rows.change(
                    "insert into voicemail (client_id, contact_id, asked_at, parts) values (?, ?, now(), 1)",
                    client,
                    contact);
            rows.change("insert into voicemail_part values (?, ?, 1, 'probe'::bytea)", client, contact);
            campaign(rows, client);
            rows.change("insert into script_mark values (?, ?, 'greeting', 1, ?::uuid, now())", client, contact, ELIF);
            rows.change(
                    "insert into script_answer values (?, ?, 'meter', 'reading', ?::uuid, now(), '7')",
                    client,
                    contact,
                    ELIF);
            rows.change("insert into do_not_call values (?, '+390000000001', now(), 'probe')", client);
            rows.change(
                    "insert into customer_note select client_id, gen_random_uuid(), customer_id, null, ?::uuid, now(), "
                            + "'probe' from customer where client_id = ? limit 1",
                    ELIF,
                    client);
            rows.texts("select audit_append(?, now(), 'elif', 'probe', 'probe', '{}')", client);
        }
        rows.change("insert into do_not_call values (0, ?, now(), 'probe')", REFUSED_BY_ALL);
        rows.change("insert into agent_session (person_id, session_id, presence, since, client_id) "
                + "select person_id, 'probe', 'ON_CONTACT', now(), case login when 'elif' then 1 else 2 end from person "
                + "where login in ('elif', 'deniz')");
    }

    private static void contact(Rows rows, int client, UUID contact) throws SQLException {
        rows.change(
                "insert into contact (client_id, contact_id, direction, state, gateway, call_id, offered_at) "
                        + "values (?, ?, 'INBOUND', 'ENDED', 'izmir', ?, now())",
                client,
                contact,
                contact);
        rows.change(
                "insert into contact_event (client_id, contact_id, position, at, kind) values (?, ?, 1, now(), 'OFFERED')",
                client,
                contact);
        rows.change(
                "insert into call_event (client_id, gateway, call_id, sequence, at, kind, body) "
                        + "values (?, 'izmir', ?, 1, now(), 'CallOffered', '{}')",
                client,
                contact);
        rows.change(
                "insert into agent_event (client_id, person_id, position, at, presence) values (?, ?::uuid, ?, now(), 'AVAILABLE')",
                client,
                ELIF,
                client);
        rows.change(
                "insert into engine_command (client_id, position, command_id, gateway, body, at) "
                        + "values (?, ?, gen_random_uuid(), 'izmir', '{}', now())",
                client,
                client);
    }

    private static void campaign(Rows rows, int client) throws SQLException {
        UUID campaign = UUID.randomUUID();
        UUID list = UUID.randomUUID();
        UUID lead = UUID.randomUUID();
        rows.change(
                "insert into campaign (client_id, campaign_id, program_id, code, name, mode, state, gateway, caller_id, "
                        + "language, country) select client_id, ?, program_id, 'probe', 'probe', 'PREVIEW', 'DRAFT', 'izmir', "
                        + "'+390000000009', 'it', 'IT' from program where client_id = ? limit 1",
                campaign,
                client);
        rows.change(
                "insert into lead_list (client_id, list_id, campaign_id, name, uploaded_by, uploaded_at, state, all_or_none) "
                        + "values (?, ?, ?, 'probe', ?::uuid, now(), 'LOADED', false)",
                client,
                list,
                campaign,
                ELIF);
        rows.change("insert into lead_list_fault values (?, ?, 2, 'phone', 'bad', 'x')", client, list);
        rows.change(
                "insert into lead (client_id, lead_id, campaign_id, list_id, number, name, country, time_zones) "
                        + "values (?, ?, ?, ?, '+390000000002', 'probe', 'IT', '{Europe/Rome}')",
                client,
                lead,
                campaign,
                list);
        rows.change(
                "insert into attempt (client_id, attempt_id, campaign_id, lead_id, number, mode, allowed, verdict, "
                        + "written_at, state) values (?, gen_random_uuid(), ?, ?, '+390000000002', 'PREVIEW', true, '{}', "
                        + "now(), 'WRITTEN')",
                client,
                campaign,
                lead);
        rows.change(
                "insert into lead_number (client_id, lead_id, turn, number, time_zones) "
                        + "values (?, ?, 0, '+390000000002', '{Europe/Rome}')",
                client,
                lead);
        rows.change("insert into answer_cell values (?, 9, 1, 0, 'OTHER', 'NONE', 10, 3)", client);
        rows.change("insert into answer_odds values (?, 'HOUR', '9', 0.1, 10, 3)", client);
        rows.change("insert into answer_learning values (?, now(), -1, 10, 3)", client);
        rows.change(
                "insert into callback (client_id, callback_id, number, due_at, state) "
                        + "values (?, gen_random_uuid(), '+390000000002', now(), 'DUE')",
                client);
    }
}
