package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fairlead.collections.Postbox;
import org.fairlead.collections.Postbox.Parcel;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.Unposted;
import org.fairlead.launcher.sandbox.MailSandbox;
import org.fairlead.launcher.sandbox.MessageSandbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** E-mails against a mail server, short messages against the sandbox, both over their real protocols. */
class WaysOutTest {

    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000031");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
    private static final byte[] TEXT = "Sayın Ayşe Öz: İğüşöç, Ёлка".getBytes(StandardCharsets.UTF_8);

    private final GreenMail server =
            new GreenMail(ServerSetup.SMTP.dynamicPort().setVerbose(false));
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final DeliveryPort signed = new DeliveryPort("between-us");
    private HttpServer merchant;
    private MessageSandbox telephones;
    private SmtpPostbox mail;
    private SmsPostbox messages;

    @BeforeEach
    void startServers() throws IOException {
        server.withConfiguration(
                new GreenMailConfiguration().withUser("collector@harbour.example", "collector", "secret"));
        server.start();
        mail = new SmtpPostbox(CLOCK, "127.0.0.1", server.getSmtp().getPort(), "collector", "secret", false);
        merchant = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        merchant.createContext("/messages-told", this::hear);
        merchant.start();
        telephones = new MessageSandbox(
                        0,
                        "between-us",
                        URI.create("http://127.0.0.1:" + merchant.getAddress().getPort() + "/messages-told"),
                        CLOCK)
                .start();
        messages = new SmsPostbox("http://127.0.0.1:" + telephones.port() + "/v1/messages", "between-us");
    }

    @AfterEach
    void stopServers() {
        server.stop();
        telephones.close();
        merchant.stop(0);
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String signature = exchange.getRequestHeaders().getFirst("X-Sandbox-Signature");
            told.add(signed.hears(body, signature, CLOCK.instant()) ? body : "forged");
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Test
    void whatBecameOfAShortMessageIsToldSignedByTheReferenceThatItLeftWith() throws Exception {
        messages.post(parcel("SMS", "ANADOLU", "+905321230111"), TEXT);
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("reference=7." + ID + "&kind=DELIVERED&code=");

        messages.post(
                new Parcel(TestPortfolio.CLIENT, new UUID(7, 7), "SMS", "ANADOLU", "+905321230001", "Konu"), TEXT);
        assertThat(told.poll(10, TimeUnit.SECONDS))
                .isEqualTo("reference=7." + new UUID(7, 7) + "&kind=UNDELIVERED&code=absent");
    }

    @Test
    void anEmailLeavesInTheClientsNameWithItsOwnNumber() throws Exception {
        mail.post(parcel("EMAIL", "Anadolu Kart <tahsilat@anadolu.example>", "ayse@example.org"), TEXT);

        MimeMessage got = server.getReceivedMessages()[0];
        assertThat(got.getFrom()[0]).hasToString("Anadolu Kart <tahsilat@anadolu.example>");
        assertThat(got.getAllRecipients()[0]).hasToString("ayse@example.org");
        assertThat(got.getSubject()).isEqualTo("Ödeme bağlantısı");
        assertThat(got.getContent().toString().strip()).isEqualTo(new String(TEXT, StandardCharsets.UTF_8));
        assertThat(got.getHeader("Date")).containsExactly("Mon, 23 Nov 2026 09:00:00 GMT");
        assertThat(got.getMessageID()).isEqualTo("<" + ID + "@fairlead>");
    }

    @Test
    void anAddressThatIsNoneAndAClientWithoutSenderAreParkedWithTheReason() {
        refused(mail, parcel("EMAIL", "a@anadolu.example", "nobody at all"), "ADDRESS");
        refused(mail, parcel("EMAIL", "a@anadolu.example", "x@example.org\r\nBcc: all@example.org"), "ADDRESS");
        refused(mail, parcel("EMAIL", null, "ayse@example.org"), "SENDER");
        refused(mail, parcel("EMAIL", "Anadolu Kart", "ayse@example.org"), "SENDER");
        refused(messages, parcel("SMS", null, "+905321230111"), "SENDER");
        refused(messages, parcel("SMS", "ANADOLU", "+905321230000"), "ADDRESS");

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatIsAwayOrRefusesUsIsTriedAgain() {
        SmtpPostbox wrong =
                new SmtpPostbox(CLOCK, "127.0.0.1", server.getSmtp().getPort(), "collector", "wrong", false);
        assertThatThrownBy(() -> wrong.post(parcel("EMAIL", "a@anadolu.example", "ayse@example.org"), TEXT))
                .isInstanceOf(UncheckedIOException.class);
        server.stop();
        assertThatThrownBy(() -> mail.post(parcel("EMAIL", "a@anadolu.example", "ayse@example.org"), TEXT))
                .isInstanceOf(UncheckedIOException.class);
        SmsPostbox stranger = new SmsPostbox("http://127.0.0.1:" + telephones.port() + "/v1/messages", "wrong");
        assertThatThrownBy(() -> stranger.post(parcel("SMS", "ANADOLU", "+905321230111"), TEXT))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void theDemosMailboxShowsAnEmailOnceAsItsReaderSeesIt() throws Exception {
        try (MailSandbox sandbox = new MailSandbox(0, telephones).start()) {
            SmtpPostbox demo = new SmtpPostbox(CLOCK, "127.0.0.1", sandbox.port(), "", "", false);
            Parcel parcel = parcel("EMAIL", "Anadolu Kart <tahsilat@anadolu.example>", "ayse@example.org");
            demo.post(parcel, TEXT);
            demo.post(parcel, TEXT);

            String page = page();
            assertThat(page.split("<b>ayse@example.org", -1)).hasSize(2);
            assertThat(page)
                    .contains("Ödeme bağlantısı", "tahsilat@anadolu.example", new String(TEXT, StandardCharsets.UTF_8));
            refused(demo, parcel("EMAIL", "Anadolu Kart <tahsilat@anadolu.example>", "nobody@example.org"), "ADDRESS");
        }
    }

    private String page() throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + telephones.port() + "/"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    @Test
    void aShortMessageThatIsHandedOverTwiceIsThereOnce() throws Exception {
        messages.post(parcel("SMS", "ANADOLU", "+905321230111"), TEXT);
        messages.post(parcel("SMS", "ANADOLU", "+905321230111"), TEXT);

        String page = page();
        assertThat(page.split("\\+905321230111", -1)).hasSize(2);
        assertThat(page).contains("Sayın Ayşe Öz", "ANADOLU");
    }

    private static void refused(Postbox way, Parcel parcel, String reason) {
        assertThatThrownBy(() -> way.post(parcel, TEXT))
                .isInstanceOfSatisfying(
                        Unposted.class, parked -> assertThat(parked.reason()).isEqualTo(reason));
    }

    private static Parcel parcel(String channel, @Nullable String sender, String address) {
        return new Parcel(TestPortfolio.CLIENT, ID, channel, sender, address, "Ödeme bağlantısı");
    }
}
