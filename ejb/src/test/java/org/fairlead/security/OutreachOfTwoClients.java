package org.fairlead.security;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** What the outreach decision reads of two clients: a row in each table, so that a probe has something to miss. */
final class OutreachOfTwoClients {

    private OutreachOfTwoClients() {}

    static void write(Rows rows) throws SQLException {
        for (int client : List.of(1, 2)) {
            UUID id = UUID.randomUUID();
            rows.change(
                    "insert into outreach_rule values (?, 'HOUSE', 1, 'IT', 'all', 'hold', '{}', '', 'house', '', null, null,"
                            + " 'clara', now(), 'probe')",
                    client);
            rows.change("insert into outreach_register values (?, 'PROBE', current_date, ?, 1, now())", client, id);
            rows.change("insert into outreach_register_number values (?, ?, '+390000000002')", client, id);
            rows.change(
                    "insert into outreach_list_load (client_id, load_id, name, file, kind, state, loaded_by, loaded_at)"
                            + " values (?, ?, 'PROBE', 'probe.csv', 'FULL', 'LOADED', 'clara', now())",
                    client,
                    id);
            rows.change("insert into outreach_list_fault values (?, ?, 1, 'number', 'x')", client, id);
            rows.change(
                    "insert into consent values (?, ?, '+390000000002', null, null, null, true, now(), null, 'web', 'form',"
                            + " 'clara', now())",
                    client,
                    id);
            rows.change(
                    "insert into consent_proof values (?, ?, 'form.pdf', 'application/pdf', 1, repeat('0', 64), 'x', 'clara', now())",
                    client,
                    id);
            rows.change(
                    "insert into outreach_hold values (?, ?, '+390000000002', null, null, 'dispute', now(), null, 'letter')",
                    client,
                    id);
            rows.change(
                    "insert into outreach_import values (?, ?, now(), 'VOICE', false, '+390000000002', null, null, 'UNKNOWN',"
                            + " 'NO_ANSWER', 'old', 'clara', now())",
                    client,
                    id);
            rows.change(
                    "insert into outreach_live_hour select client_id, campaign_id, date_trunc('hour', now()), 1, 0"
                            + " from campaign where client_id = ? limit 1",
                    client);
        }
    }
}
