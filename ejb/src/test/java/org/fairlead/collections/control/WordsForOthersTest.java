package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.Hold;
import org.fairlead.collections.Letters.Key;
import org.fairlead.collections.Letters.MessageView;
import org.fairlead.collections.NightRuns.Kind;
import org.fairlead.collections.Postbox.Parcel;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.Correspondence.Piece;
import org.fairlead.collections.control.Night.NightTools;
import org.fairlead.collections.entity.Wording;
import org.fairlead.compliance.DebtStops;
import org.fairlead.compliance.control.DebtStopBook;
import org.fairlead.compliance.control.RuledOutreach;
import org.fairlead.shared.Refused;
import org.fairlead.testing.FakeEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A debt with a co-debtor and a guarantor, each in words of their own. 23 November 2026 is a Monday. */
@Tag("database")
class WordsForOthersTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Istanbul");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOON = MONDAY.atTime(12, 0).atZone(ZONE).toInstant();
    private static final UUID GUARANTOR = UUID.fromString("00000000-0000-7000-8000-0000000000a1");

    private final TestPortfolio portfolio = new TestPortfolio();
    private final FakeOutreach leads = new FakeOutreach();
    private final DebtStops stops = new DebtStopBook(new FakeEvent<>());
    private final List<String> sent = new ArrayList<>();

    @BeforeEach
    void placeADebtOfThreePeople() {
        portfolio.execute("delete from debt where client_id = 7");
        portfolio.place(
                """
                reference;customer_id;name;phone;email;language;principal;past_due_since
                AK-1;C-1;Ayşe Yıldız;0532 123 01 11;ayse@example.org;tr;1000,00;2026-09-15
                """,
                NOON.minusSeconds(200_000));
        portfolio.execute(
                """
                insert into customer (client_id, customer_id, name, language, country) values
                  (7, '%1$s', 'Kemal Kefil', 'tr', 'TR'), (7, '00000000-0000-7000-8000-0000000000a2', 'Can Yıldız', 'tr', 'TR');
                insert into contact_point (client_id, contact_point_id, customer_id, kind, value, time_zone) values
                  (7, gen_random_uuid(), '%1$s', 'EMAIL', 'kemal@example.org', null),
                  (7, gen_random_uuid(), '%1$s', 'PHONE', '+905321230122', 'Europe/Istanbul'),
                  (7, gen_random_uuid(), '00000000-0000-7000-8000-0000000000a2', 'EMAIL', 'can@example.org', null),
                  (7, gen_random_uuid(), '00000000-0000-7000-8000-0000000000a2', 'PHONE', '+905321230123', 'Europe/Istanbul');
                insert into debt_party select 7, debt_id, '%1$s', 'GUARANTOR' from debt;
                insert into debt_party select 7, debt_id, '00000000-0000-7000-8000-0000000000a2', 'CO_DEBTOR' from debt;
                """
                        .formatted(GUARANTOR));
        wording("LETTER", "DEBTOR", "Sayın {recipient}, borcunuz {owed}.");
        wording("LETTER", "GUARANTOR", "Sayın {recipient}, {debtor} için kefilsiniz: {owed}.");
        wording("VALIDATION", "DEBTOR", "{reference}");
        wording("VALIDATION", "GUARANTOR", "Kefalet: {reference}");
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void eachGetsTheWordsOfTheirRoleAndWhoHasNoneGetsNothing() {
        write("LETTER");
        send();

        assertThat(sent)
                .containsExactlyInAnyOrder(
                        "ayse@example.org: Sayın Ayşe Yıldız, borcunuz ₺1.000,00.",
                        "kemal@example.org: Sayın Kemal Kefil, Ayşe Yıldız için kefilsiniz: ₺1.000,00.");
        assertThat(messages()).extracting(MessageView::role).containsExactlyInAnyOrder("DEBTOR", "GUARANTOR");
        assertThat(portfolio.texts("select distinct person from outreach_past"))
                .as("each is counted as who they are")
                .containsExactlyInAnyOrder("C-1", GUARANTOR.toString());
    }

    @Test
    void aHoldOfTheDebtStopsWordsToTheGuarantorToo() {
        write("LETTER");
        portfolio.in(c -> new HoldBook(c, stops, NOON.minusSeconds(10))
                .place(portfolio.file("AK-1"), Hold.DISPUTE, "not mine", "d"));

        send();

        assertThat(sent).isEmpty();
        assertThat(messages()).extracting(MessageView::state).containsOnly("DENIED");
    }

    @Test
    void theNoticeGoesToEachOnceAndOnlyTheDebtorsBeginsTheTime() {
        portfolio.execute("update portfolio set validation_days = 30; update debt set status = 'VALIDATION';"
                + " delete from contact_point where value = 'ayse@example.org'");
        night(MONDAY);
        night(MONDAY.plusDays(1));
        send();

        assertThat(sent).containsExactly("kemal@example.org: Kefalet: AK-1");
        assertThat(portfolio.number("select count(*)::int from debt where validation_sent is not null"))
                .isZero();
    }

    @Test
    void whoNeverGotTheNoticeGetsNoDemand() {
        portfolio.execute("update portfolio set validation_days = 30;"
                + " update debt set status = 'WORKING', validation_sent = '2026-10-01'");
        write("LETTER");
        send();

        assertThat(sent).containsExactly("ayse@example.org: Sayın Ayşe Yıldız, borcunuz ₺1.000,00.");
        assertThat(messages()).extracting(MessageView::role).containsExactly("DEBTOR");
    }

    @Test
    void theirNoticeIsMadeUpForAndTheDemandComesWhenTheirTimeIsOver() {
        portfolio.execute("update portfolio set validation_days = 30;"
                + " update debt set status = 'WORKING', validation_sent = '2026-10-01'");
        night(MONDAY);
        night(MONDAY.plusDays(1));
        send();

        assertThat(sent).containsExactly("kemal@example.org: Kefalet: AK-1");
        assertThat(portfolio.texts("select validation_sent::text from debt")).containsExactly("2026-10-01");
        write("LETTER", MONDAY.plusDays(30));
        assertThat(demands()).containsExactly("DEBTOR");
        write("LETTER", MONDAY.plusDays(31));
        assertThat(demands()).containsExactlyInAnyOrder("DEBTOR", "DEBTOR", "GUARANTOR");
    }

    @Test
    void noNoticeIsMadeUpForWhileADisputeIsOpen() {
        portfolio.execute("update portfolio set validation_days = 30;"
                + " update debt set status = 'WORKING', validation_sent = '2026-10-01'");
        portfolio.in(c -> new HoldBook(c, stops, NOON.minusSeconds(200_000))
                .place(portfolio.file("AK-1"), Hold.DISPUTE, "not mine", "d"));

        night(MONDAY);

        assertThat(messages()).isEmpty();
    }

    @Test
    void whatWasAgreedWithTheDebtorIsNoWordForOthers() {
        assertThatThrownBy(() -> wording("REMINDER", "GUARANTOR", "{amount}"))
                .isInstanceOf(Refused.class)
                .hasMessage("letter.role");
        assertThatThrownBy(() -> wording("LETTER", "NEIGHBOUR", "{amount}"))
                .isInstanceOf(Refused.class)
                .hasMessage("letter.kind");
    }

    private void wording(String code, String role, String body) {
        portfolio.in(c -> {
            LetterBook.save(
                    c,
                    PortfolioBook.one(c, TestPortfolio.PORTFOLIO),
                    new Key(code, "EMAIL", "tr", role),
                    new Wording("Konu", body),
                    "bora",
                    NOON.minusSeconds(100_000));
            return code;
        });
    }

    private void write(String code) {
        write(code, MONDAY);
    }

    private List<String> demands() {
        return portfolio.texts("select role from debt_message where code = 'LETTER'");
    }

    private void write(String code, LocalDate day) {
        Instant noon = day.atTime(12, 0).atZone(ZONE).toInstant();
        boolean written = portfolio.in(c -> new Correspondence(c, noon.minusSeconds(60))
                .write(portfolio.file("AK-1"), new Piece(code, null, null, null, "bora")));
        assertThat(written).isTrue();
    }

    private void night(LocalDate day) {
        boolean more = true;
        Instant now = day.minusDays(1).atTime(0, 10).atZone(ZONE).toInstant();
        while (more) {
            more = portfolio.in(c -> new Night(c, TestPortfolio.CLIENT, day, new NightTools(stops, leads, ZONE, now))
                    .chunk(Kind.REMINDERS));
        }
    }

    private void send() {
        portfolio.in(c -> new SendMessages(c, new RuledOutreach(), this::post, NOON).round(TestPortfolio.CLIENT, 10));
    }

    private void post(Parcel parcel, byte[] content) {
        sent.add(parcel.address() + ": " + new String(content, StandardCharsets.UTF_8));
    }

    private List<MessageView> messages() {
        return portfolio.in(c -> LetterBook.messages(c, TestPortfolio.PORTFOLIO, 0, 10));
    }
}
