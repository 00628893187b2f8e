package org.fairlead.itests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.itests.server.InServer.ask;
import static org.fairlead.itests.server.InServer.facade;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.fairlead.collections.boundary.NightChunks;
import org.fairlead.shared.ClientId;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What waits leaves by SMTP and by the provider of short messages, as the server sends it, and is on the timeline. */
@ArquillianTest
class MessagesLeaveIT {

    private static final String ENGINE = "java:/jdbc/FairleadEngine";

    /** Of a country whose law the pack does not have, so that the test may run at any hour and on any day. */
    private static final int CLIENT = 9_000;

    private static final String SCENE =
            """
            insert into client values (%1$d, 'it-%1$d', 'Deneme %1$d', 'AL', 'Europe/Tirane', true) on conflict do nothing;
            insert into brand values (%1$d, '%2$s', 'b', 'B', 'B', '#000000', '#000000');
            insert into program values (%1$d, '%2$s', '%2$s', 'p-%2$s', 'P', 'COLLECTIONS', '{tr}');
            insert into portfolio (client_id, portfolio_id, program_id, code, name, currency, country)
              values (%1$d, '%2$s', '%2$s', 'it-%2$s', 'It', 'EUR', 'AL');
            insert into placement (client_id, placement_id, portfolio_id, file_name, file_hash, kind, uploaded_by, uploaded_at,
              state, all_or_none) select %1$d, '%2$s', '%2$s', 'a.csv', 'x', 'PLACEMENT', person_id, now(), 'LOADED', false
              from person where login = 'bora';
            insert into debt (client_id, debt_id, portfolio_id, placement_id, reference, currency, status, past_due_since,
              placed_on) values (%1$d, '%2$s', '%2$s', '%2$s', 'IT-1', 'EUR', 'WORKING', '2026-01-01', '2026-02-01');
            insert into customer (client_id, customer_id, name, language, country)
              values (%1$d, '%2$s', 'Ayşe Öz', 'tr', 'AL');
            insert into contact_point values (%1$d, '%2$s', '%2$s', 'PHONE', '+355692012345', 'Europe/Tirane');
            insert into debt_party values (%1$d, '%2$s', '%2$s', 'DEBTOR');
            insert into message_sender values (%1$d, 'EMAIL', 'Deneme <tahsilat@deneme.example>'), (%1$d, 'SMS', 'DENEME')
              on conflict do nothing;
            insert into debt_message (client_id, message_id, debt_id, customer_id, code, channel, language, version, address,
              subject, body, state, made_by, made_at, next_try) values
              (%1$d, gen_random_uuid(), '%2$s', '%2$s', 'MESSAGE', 'EMAIL', 'tr', 1, 'ayse-%2$s@example.org', 'Ödeme %2$s',
                'Sayın Ayşe Öz', 'WAITS', 'night', now(), now()),
              (%1$d, gen_random_uuid(), '%2$s', '%2$s', 'MESSAGE', 'SMS', 'tr', 1, '+355692012345', '', 'Mesaj %2$s',
                'WAITS', 'night', now(), now())
            """;

    @Deployment
    static WebArchive beside() {
        return InServer.beside("messages-leave-it", MessagesLeaveIT.class);
    }

    @Test
    void anEmailAndAShortMessageLeaveAndAreOnTheTimeline() throws Exception {
        UUID id = UUID.randomUUID();
        for (String statement : SCENE.formatted(CLIENT, id).split(";\n")) {
            ask(ENGINE, "with made as (" + statement + " returning 1) select count(*) from made");
        }
        NightChunks post = facade("NightChunks", NightChunks.class);
        boolean more = true;
        while (more) {
            more = post.post(new ClientId(CLIENT));
        }

        // for update: the server's own clock may be at one of them
        assertThat(ask(
                        ENGINE,
                        "select string_agg(state || coalesce(reason, '') || (verdict is not null), ',') from (select * from"
                                + " debt_message where client_id = ? and debt_id = ? for update) m",
                        CLIENT,
                        id))
                .isEqualTo("SENTtrue,SENTtrue");
        String shown = shown();
        assertThat(shown)
                .contains("ayse-" + id + "@example.org", "tahsilat@deneme.example", "Ödeme " + id, "Sayın Ayşe Öz")
                .contains("+355692012345", "DENEME", "Mesaj " + id);
        assertThat(ask(ENGINE, "select count(*) from debt_event where debt_id = ? and kind = 'SENT'", id))
                .isEqualTo("2");
    }

    /** Where the demo's customers would read them: the page of the sandbox that takes both. */
    private static String shown() throws Exception {
        URI page = URI.create(System.getProperty("fairlead.sms")).resolve("/");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                .body();
    }
}
