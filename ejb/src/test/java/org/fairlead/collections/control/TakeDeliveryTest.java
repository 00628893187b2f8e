package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.fairlead.collections.Postbox.Parcel;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.boundary.DeliveryDesk;
import org.fairlead.security.Audit;
import org.fairlead.security.SystemScope;
import org.fairlead.testing.Beans;
import org.fairlead.testing.FakeAudit;
import org.fairlead.testing.OneTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What providers tell of messages later: signed, once, and for one client's message alone. */
@Tag("database")
class TakeDeliveryTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final UUID MESSAGE = UUID.fromString("00000000-0000-7000-8000-000000000041");

    private final TestPortfolio portfolio = new TestPortfolio();
    private final DeliveryPort port = new DeliveryPort("between-us");

    @BeforeEach
    void sendAMessage() {
        portfolio.execute("delete from debt where client_id = 7");
        portfolio.place(
                """
                reference;customer_id;name;phone;principal;past_due_since
                A-1;C-1;Ayşe Öz;0532 123 01 11;100,00;2026-01-15
                """,
                NOW);
        portfolio.execute(
                """
                insert into debt_message (client_id, message_id, debt_id, customer_id, code, channel, language, version, address,
                  subject, body, state, made_by, made_at, next_try, sent_at)
                select 7, '%s', debt_id, customer_id, 'MESSAGE', 'SMS', 'tr', 1, '+905321230111', 'Konu', 'x', 'SENT', 'night',
                  now(), now(), now() from debt_party where client_id = 7
                """
                        .formatted(MESSAGE));
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void whatArrivedIsWrittenDownAndWhatCameBackLaterCountsMore() {
        assertThat(take("DELIVERED", "")).isEqualTo(Taken.NEW);
        assertThat(kept()).isEqualTo("DELIVERED ");

        assertThat(take("UNDELIVERED", "absent")).isEqualTo(Taken.NEW);
        assertThat(take("UNDELIVERED", "absent")).isEqualTo(Taken.KNOWN);
        assertThat(take("DELIVERED", "")).isEqualTo(Taken.KNOWN);

        assertThat(kept()).isEqualTo("UNDELIVERED absent");
        assertThat(portfolio.number("select count(*) from debt_event where kind = 'UNDELIVERED'"))
                .isEqualTo(1);
    }

    /** Who heard a signed word may say it again for some minutes: the trail has what changed, and that once. */
    @Test
    void theTrailHasWhatChangedAndNothingThatWasKnown() {
        FakeAudit audit = new FakeAudit();

        assertThat(told(audit, "UNDELIVERED")).isEqualTo("KEPT");
        assertThat(told(audit, "UNDELIVERED")).isEqualTo("KEPT");
        assertThat(told(audit, "DELIVERED")).isEqualTo("KEPT");
        portfolio.execute("update debt_message set state = 'WAITS'");
        assertThat(told(audit, "DELIVERED")).isEqualTo("NOT_OURS");

        assertThat(audit.entries())
                .singleElement()
                .asString()
                .startsWith("7 letter.delivery " + MESSAGE)
                .contains("arrived=false");
    }

    private String told(FakeAudit audit, String kind) {
        String body = "reference=7." + MESSAGE + "&kind=" + kind;
        return portfolio.in(c -> new Beans()
                .with(DataSource.class, OneTransaction.of(c))
                .with(SystemScope.class, (work, clients) -> assertThat(clients).containsExactly(TestPortfolio.CLIENT))
                .with(Clock.class, Clock.fixed(NOW, ZoneOffset.UTC))
                .with(DeliveryPort.class, port)
                .with(Audit.class, audit)
                .get(DeliveryDesk.class)
                .told(body, signed("between-us", NOW, body))
                .name());
    }

    @Test
    void ofAMessageThatHasNotLeftNothingIsKnown() {
        portfolio.execute("update debt_message set state = 'WAITS'");

        assertThat(take("DELIVERED", "")).isEqualTo(Taken.NONE);
        assertThat(portfolio.texts("select delivery from debt_message")).containsOnlyNulls();
    }

    /** Whoever signs well and names another client's number for the message finds none. */
    @Test
    void theClientOfTheReferenceIsTheOneWhoseMessageItIs() throws SQLException {
        DeliveryWord word = word("reference=8." + MESSAGE + "&kind=DELIVERED").orElseThrow();

        try (Connection c = portfolio.scoped(TestPortfolio.STRANGER)) {
            assertThat(new TakeDelivery(c, NOW).take(word)).isEqualTo(Taken.NONE);
            DeliveryWord ours =
                    word("reference=7." + MESSAGE + "&kind=DELIVERED").orElseThrow();
            assertThat(new TakeDelivery(c, NOW).take(ours)).isEqualTo(Taken.NONE);
            c.commit();
        }
        assertThat(portfolio.texts("select delivery from debt_message")).containsOnlyNulls();
    }

    @Test
    void whoDoesNotSignOrSignedLongAgoOrSaysSomethingElseIsNotHeard() {
        String body = "reference=7." + MESSAGE + "&kind=DELIVERED";

        assertThat(port.hears(body, signed("between-us", NOW, body), NOW)).isTrue();
        assertThat(port.hears(body, signed("between-them", NOW, body), NOW)).isFalse();
        assertThat(port.hears(body + "x", signed("between-us", NOW, body), NOW)).isFalse();
        assertThat(port.hears(body, signed("between-us", NOW, body), NOW.plusSeconds(301)))
                .isFalse();
        assertThat(port.hears(body, "", NOW)).isFalse();
        assertThat(new DeliveryPort("").hears(body, signed("x", NOW, body), NOW))
                .isFalse();
    }

    @Test
    void whatCannotBeReadIsNoWord() {
        for (String body : new String[] {
            "",
            "reference=7&kind=DELIVERED",
            "reference=7." + MESSAGE + "&kind=MAYBE",
            "reference=7.------------------------------------&kind=DELIVERED",
            "reference=%zz&kind=DELIVERED"
        }) {
            assertThat(word(body)).as(body).isEmpty();
        }
        Parcel parcel = new Parcel(TestPortfolio.CLIENT, MESSAGE, "SMS", null, "+905321230111", "Konu");
        assertThat(word("kind=UNDELIVERED&code=a%0Ab&reference=" + DeliveryWord.reference(parcel)))
                .contains(new DeliveryWord(TestPortfolio.CLIENT, MESSAGE, false, "a b"));
    }

    private Taken take(String kind, String code) {
        DeliveryWord word = word("reference=7." + MESSAGE + "&kind=" + kind + "&code=" + code)
                .orElseThrow();
        return portfolio.in(c -> new TakeDelivery(c, NOW).take(word));
    }

    private Optional<DeliveryWord> word(String body) {
        return port.read(body);
    }

    private String kept() {
        return portfolio
                .texts("select delivery || ' ' || delivery_code from debt_message")
                .get(0);
    }

    private static String signed(String secret, Instant at, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] sum = mac.doFinal((at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
