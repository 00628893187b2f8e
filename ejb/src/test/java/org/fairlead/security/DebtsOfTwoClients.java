package org.fairlead.security;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** A debt of each of two clients, with a row in each table around it, so that a probe has something to miss. */
final class DebtsOfTwoClients {

    private static final String BORA = "(select person_id from person where login = 'bora')";

    private DebtsOfTwoClients() {}

    static void write(Rows rows) throws SQLException {
        for (int client : List.of(1, 2)) {
            UUID id = UUID.randomUUID();
            debt(rows, client, id);
            around(rows, client, id);
            money(rows, client, id);
            words(rows, client, id);
            cases(rows, client, id);
            desk(rows, client);
        }
    }

    private static void debt(Rows rows, int client, UUID id) throws SQLException {
        rows.change(
                "insert into portfolio (client_id, portfolio_id, program_id, code, name, currency, country)"
                        + " select client_id, ?, program_id, 'probe', 'probe', 'EUR', 'IT' from program"
                        + " where client_id = ? limit 1",
                id,
                client);
        rows.change(
                "insert into placement (client_id, placement_id, portfolio_id, file_name, file_hash, kind, uploaded_by,"
                        + " uploaded_at, state, all_or_none) select ?, ?, ?, 'probe.csv', 'x', 'PLACEMENT', " + BORA
                        + ", now(), 'LOADED', false",
                client,
                id,
                id);
        rows.change("insert into placement_fault values (?, ?, 2, 'amount', 'bad', 'x')", client, id);
        rows.change(
                "insert into debt (client_id, debt_id, portfolio_id, placement_id, reference, currency, status,"
                        + " past_due_since, placed_on) values (?, ?, ?, ?, 'probe', 'EUR', 'WORKING', now(), now())",
                client,
                id,
                id,
                id);
    }

    private static void around(Rows rows, int client, UUID id) throws SQLException {
        rows.change(
                "insert into debt_party select client_id, ?, customer_id, 'DEBTOR' from customer where client_id = ?"
                        + " limit 1",
                id,
                client);
        rows.change(
                "insert into debtor select client_id, customer_id from debt_party where client_id = ? and debt_id = ?",
                client,
                id);
        rows.change(
                "insert into debtor_check select p.client_id, k.contact_id, p.customer_id, 0, null, 'elif' from debt_party p"
                        + " join lateral (select contact_id from contact where client_id = p.client_id limit 1) k on true"
                        + " where p.client_id = ? and p.debt_id = ?",
                client,
                id);
        rows.change("insert into collections_run values (?, now(), 'INTEREST', null, 0, null)", client);
        rows.change(
                "insert into debt_hold (client_id, hold_id, debt_id, kind, since, placed_by, reason)"
                        + " values (?, ?, ?, 'DISPUTE', now(), 'elif', 'probe')",
                client,
                id,
                id);
        rows.change("insert into debt_event values (?, ?, ?, now(), 'elif', 'PROBE', '{}')", client, id, id);
        rows.change(
                "insert into promise values (?, ?, ?, null, null, now(), now(), 5, 3, 1, 'STANDING', 'elif', null)",
                client,
                id,
                id);
        rows.change(
                "insert into arrangement values (?, ?, ?, 'PLAN', 'STANDING', 5, 5, now(), 'elif', null, null)",
                client,
                id,
                id);
        rows.change("insert into arrangement_line values (?, ?, 1, now(), 5, 0, null)", client, id);
        rows.change(
                "insert into debt_task (client_id, task_id, debt_id, kind, state, opened_at, opened_by, why)"
                        + " values (?, ?, ?, 'FIELD_VISIT', 'OPEN', now(), 'night', 'probe')",
                client,
                id,
                id);
        rows.change("insert into debt_task_note values (?, ?, ?, now(), 'elif', 'probe')", client, id, id);
        rows.change("insert into plan_limit values (?, ?, 'agent', 6, 1)", client, id);
        rows.change("insert into collection_strategy values (?, ?, 1, 'DRAFT', '{}', null, null)", client, id);
    }

    private static void money(Rows rows, int client, UUID id) throws SQLException {
        rows.change("insert into fee_plan values (?, ?, 1, now(), '[]')", client, id);
        rows.change(
                "insert into payment_file values (?, ?, ?, 'probe', 'x', 'CSV', 'bora', now(), 'TAKEN')",
                client,
                id,
                id);
        rows.change("insert into settlement_floor values (?, ?, 'agent', 0, 0, 0.9)", client, id);
        rows.change(
                "insert into authority_change (client_id, change_id, portfolio_id, body, raises, state, reason, made_by,"
                        + " made_at) values (?, ?, ?, '{}', true, 'WAITS', 'probe', 'bora', now())",
                client,
                id,
                id);
        rows.change(
                "insert into debt_posting (client_id, posting_id, debt_id, kind, value_date, posted_at, who, why, principal,"
                        + " placed) values (?, ?, ?, 'PLACEMENT', now(), now(), 'elif', 'probe', 5, -5)",
                client,
                id,
                id);
        rows.change(
                "insert into payment (client_id, payment_id, portfolio_id, source, source_key, way, value_date, amount,"
                        + " currency, reference, state, booked_at) values (?, ?, ?, 'file', 'probe', 'TRUST', now(), 5,"
                        + " 'EUR', 'probe', 'UNMATCHED', now())",
                client,
                id,
                id);
        rows.change(
                "insert into trust_line values (?, ?, ?, 'EUR', 'RECEIVED', 5, now(), now(), 'probe', 'elif')",
                client,
                id,
                id);
        rows.change(
                "insert into provider_line values (?, ?, ?, 'probe', 'EUR', 'TAKEN', 5, now(), now(), 'probe', 'elif')",
                client,
                id,
                id);
        rows.change("insert into provider_sign values (?, 'probe', 'probe words', 'bora', now())", client);
        rows.change(
                "insert into remittance values (?, ?, ?, 'EUR', now(), 'NET', 0, 0, 5, 0, now(), 'elif')",
                client,
                id,
                id);
    }

    private static void words(Rows rows, int client, UUID id) throws SQLException {
        rows.change(
                "insert into statutory_text (client_id, country, occasion, language, version, heading, words, citation, basis)"
                        + " values (?, 'IT', 'FIRST', 'it', 1, 'probe', 'probe', 'probe', 'house')",
                client);
        rows.change(
                "insert into case_term (client_id, country, kind, days, citation, basis)"
                        + " values (?, 'IT', 'DISPUTE', 5, 'probe', 'house')",
                client);
        rows.change(
                "insert into score_table (client_id, portfolio_id, version, state, body) values (?, ?, 1, 'DRAFT', '{}')",
                client,
                id);
        rows.change("insert into debt_score values (?, ?, ?, now(), 1, 0.5)", client, id, id);
        rows.change(
                "insert into wording values (?, ?, 'LETTER', 'LETTER', 'it', 1, 'probe', 'probe', 'bora', now())",
                client,
                id);
        rows.change(
                "insert into debt_message (client_id, message_id, debt_id, customer_id, code, channel, language, version,"
                        + " address, subject, body, state, made_by, made_at, next_try) select client_id, ?, debt_id,"
                        + " customer_id, 'LETTER', 'LETTER', 'it', 1, 'Via Roma 1', 'probe', 'probe', 'WAITS', 'elif', now(),"
                        + " now() from debt_party where client_id = ? and debt_id = ?",
                id,
                client,
                id);
    }

    private static void cases(Rows rows, int client, UUID id) throws SQLException {
        rows.change(
                "insert into card_order (client_id, order_id, portfolio_id, debt_id, way, amount, currency, state, made_by,"
                        + " made_at, expires_at) values (?, ?, ?, ?, 'SMS', 5, 'EUR', 'LINK', 'elif', now(), now())",
                client,
                id,
                id,
                id);
        rows.change(
                "insert into debt_case (client_id, case_id, debt_id, kind, opened_at, opened_by, words)"
                        + " values (?, ?, ?, 'COMPLAINT', now(), 'elif', 'probe')",
                client,
                id,
                id);
        rows.change(
                "insert into case_note (client_id, note_id, case_id, at, who, words) values (?, ?, ?, now(), 'elif', 'probe')",
                client,
                id,
                id);
    }

    /** Not of debts, but as empty in the demo data. */
    private static void desk(Rows rows, int client) throws SQLException {
        rows.change(
                "insert into script_unread select c.client_id, c.contact_id, 'greeting', c.contact_id, 1, " + BORA
                        + ", now() from contact c where c.client_id = ? limit 1",
                client);
        rows.change(
                "insert into agent_lent select client_id, queue_id, " + BORA + ", now(), " + BORA
                        + " from queue where client_id = ? limit 1",
                client);
        rows.change(
                "insert into contact_voice select c.client_id, c.contact_id, " + BORA
                        + ", now(), 60, 'audio/opus', 3000, 1, 2, 20 from contact c where c.client_id = ? limit 1",
                client);
        rows.change("insert into masking values (?, 1, 'ENDS', true, 0)", client);
        rows.change(
                "insert into blending select client_id, program_id, 70, 90, 300 from program where client_id = ? limit 1"
                        + " on conflict do nothing",
                client);
        rows.change("insert into pause_reason values (?, 'coffee', 'BREAK', '{\"en\": \"Coffee\"}', true)", client);
        rows.change(
                "insert into shift_span values (?, gen_random_uuid(), " + BORA
                        + ", 'WORK', now(), now() + interval '1 hour')",
                client);
        rows.change(
                "insert into line_callback select client_id, gen_random_uuid(), gen_random_uuid(), queue_id, program_id, null,"
                        + " '+390600000001', 'it', '+390280001001', now(), null, null, null from queue"
                        + " where client_id = ? limit 1",
                client);
    }
}
