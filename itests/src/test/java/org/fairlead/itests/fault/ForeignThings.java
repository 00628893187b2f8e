package org.fairlead.itests.fault;

import java.time.Duration;
import java.util.UUID;
import org.fairlead.itests.stack.Await;
import org.fairlead.itests.stack.SimulatorControl;
import org.fairlead.itests.stack.Stack;

/**
 * What belongs to Anadolu Kart, for people of Lumen Energia to try: ids that exist, and words that only its own people
 * may read.
 *
 * @param contact a call that lives
 */
record ForeignThings(
        UUID contact, String campaign, String program, String queue, String list, UUID portfolio, String person) {

    static final int ANADOLU = 2;

    private static final Duration SOON = Duration.ofSeconds(30);

    static ForeignThings of(Stack stack, SimulatorControl control) throws Exception {
        Books books = new Books(stack);
        UUID contact = control.call("+908502001001", "+905321110022", 600);
        Await.until(
                "the call is in the books",
                SOON,
                () -> books.count("select count(*) from contact where call_id = ?", contact) == 1);
        UUID list = UUID.randomUUID();
        books.change(
                "insert into lead_list (client_id, list_id, campaign_id, name, uploaded_by, uploaded_at, state, all_or_none)"
                        + " select c.client_id, ?, c.campaign_id, 'anadolu-leads.csv', p.person_id, now(), 'LOADED', false"
                        + " from campaign c, person p where c.code = 'anadolu-early' and p.login = 'bora'",
                list);
        books.change(
                "insert into lead (client_id, lead_id, campaign_id, list_id, number, name, country, time_zones, state)"
                        + " select 2, ?, campaign_id, ?, '+905321110029', 'anadolu-lead', 'TR', '{Europe/Istanbul}', 'DONE'"
                        + " from campaign where code = 'anadolu-early' on conflict do nothing",
                list,
                list);
        books.change(
                "insert into consent (client_id, consent_id, number, given, since, source, proof, recorded_by, recorded_at)"
                        + " values (2, ?, '+905321110022', true, now(), 'anadolu-form', 'anadolu-page', 'clara', now())",
                list);
        UUID portfolio = portfolio(books);
        return new ForeignThings(
                contact,
                books.column("select campaign_id::text from campaign where code = 'anadolu-early'")
                        .get(0),
                books.column("select program_id::text from program where code = 'anadolu-cards'")
                        .get(0),
                books.column("select queue_id::text from queue where code = 'anadolu-support'")
                        .get(0),
                list.toString(),
                portfolio,
                books.column("select person_id::text from person where login = 'deniz'")
                        .get(0));
    }

    /** With a placement, a debt and a remittance of the same id. */
    private static UUID portfolio(Books books) throws Exception {
        UUID id = UUID.randomUUID();
        books.change(
                "insert into portfolio (client_id, portfolio_id, program_id, code, name, currency, country)"
                        + " select 2, ?, program_id, 'anadolu-' || gen_random_uuid(), 'Anadolu portföyü', 'TRY', 'TR' from program"
                        + " where code = 'anadolu-early' on conflict do nothing",
                id);
        books.change(
                "insert into placement (client_id, placement_id, portfolio_id, file_name, file_hash, kind, uploaded_by,"
                        + " uploaded_at, state, all_or_none) select 2, ?, ?, 'anadolu-debts.csv', 'x', 'PLACEMENT', person_id,"
                        + " now(), 'LOADED', false from person where login = 'bora'",
                id,
                id);
        books.change(
                "insert into debt (client_id, debt_id, portfolio_id, placement_id, reference, currency, status,"
                        + " past_due_since, placed_on) values (2, ?, ?, ?, 'anadolu-debt', 'TRY', 'WORKING', now(), now())",
                id,
                id,
                id);
        books.change(
                "insert into debt_party select client_id, ?, customer_id, 'DEBTOR' from customer where client_id = 2 limit 1",
                id);
        books.change(
                "insert into remittance values (2, ?, ?, 'TRY', now(), 'NET', 0, 0, 5, 0, now(), 'anadolu-')", id, id);
        books.change(
                "insert into arrangement (client_id, arrangement_id, debt_id, kind, state, amount, owed_then, made_on, made_by)"
                        + " values (2, ?, ?, 'PLAN', 'STANDING', 5, 5, now(), 'anadolu-')",
                id,
                id);
        books.change(
                "insert into arrangement_line (client_id, arrangement_id, line, due_on, amount) values (2, ?, 1, now(), 5)",
                id);
        books.change(
                "insert into debt_case (client_id, case_id, debt_id, kind, opened_at, opened_by, words)"
                        + " values (2, ?, ?, 'COMPLAINT', now(), 'anadolu-', 'anadolu-words')",
                id,
                id);
        books.change(
                "insert into case_note (client_id, note_id, case_id, at, who, words, file_name, media_type, sha256, content)"
                        + " values (2, ?, ?, now(), 'anadolu-', 'anadolu-note', 'anadolu-proof', 'text/plain', repeat('0', 64), 'x')",
                id,
                id);
        books.change(
                "insert into debt_task (client_id, task_id, debt_id, kind, state, opened_at, opened_by, why, taken_by, taken_at,"
                        + " agency) values (2, ?, ?, 'FIELD_VISIT', 'TAKEN', now(), 'anadolu-', 'anadolu-why', 'sena', now(),"
                        + " 'anadolu-agency')",
                id,
                id);
        return id;
    }

    /** Words that no page for Lumen's people may show. */
    static String[] words() {
        return new String[] {"Anadolu", "Kart destek", "Erken tahsilat", "anadolu-", "+90 532", "+905321110022"};
    }

    String in(String template) {
        return template.replace("{contact}", contact.toString())
                .replace("{campaign}", campaign)
                .replace("{program}", program)
                .replace("{queue}", queue)
                .replace("{list}", list)
                .replace("{person}", person)
                .replace("{lead}", list)
                .replace("{consent}", list)
                .replace("{portfolio}", portfolio.toString())
                .replace("{placement}", portfolio.toString())
                .replace("{remittance}", portfolio.toString())
                .replace("{letter}", portfolio.toString())
                .replace("{case}", portfolio.toString())
                .replace("{note}", portfolio.toString())
                .replace("{task}", portfolio.toString())
                .replace("{code}", "LETTER")
                .replace("{channel}", "LETTER")
                .replace("{language}", "tr")
                .replace("{arrangement}", portfolio.toString())
                .replace("{debt}", portfolio.toString())
                .replace("{client}", Integer.toString(ANADOLU));
    }
}
