package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.Hold;
import org.fairlead.collections.Letters.Key;
import org.fairlead.collections.Letters.MessageView;
import org.fairlead.collections.NightRuns.Kind;
import org.fairlead.collections.Postbox;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.Unposted;
import org.fairlead.collections.control.ArrangementBook.Author;
import org.fairlead.collections.control.ArrangementBook.Wish;
import org.fairlead.collections.control.Correspondence.Piece;
import org.fairlead.collections.control.Night.NightTools;
import org.fairlead.collections.control.PlaceDebts.Handed;
import org.fairlead.collections.control.PromiseBook.Word;
import org.fairlead.collections.entity.Wording;
import org.fairlead.compliance.DebtStops;
import org.fairlead.compliance.control.DebtStopBook;
import org.fairlead.compliance.control.RuledOutreach;
import org.fairlead.shared.Money;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;
import org.fairlead.testing.FakeEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is written, and what is sent of it: with the outreach decision that ships. 23 November 2026 is a Monday. */
@Tag("database")
class CorrespondenceTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Istanbul");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private final TestPortfolio portfolio = new TestPortfolio();
    private final FakeOutreach leads = new FakeOutreach();
    private final DebtStops stops = new DebtStopBook(new FakeEvent<>());
    private final List<Postbox.Parcel> posted = new ArrayList<>();
    private final List<String> contents = new ArrayList<>();
    private boolean broken;
    private boolean never;

    @BeforeEach
    void placeADebtWithAnAddress() {
        portfolio.execute("delete from debt where client_id = 7;"
                + " insert into plan_limit values (7, '%1$s', 'agent', 6, 0);".formatted(TestPortfolio.PORTFOLIO));
        String file =
                """
                reference;customer_id;name;phone;email;street;postal_code;city;language;principal;past_due_since
                AK-100241;C-1;Ayşe Yıldız;0532 123 01 11;ayse@example.org;Atatürk Cad. 5;35220;İzmir;tr;1000,00;2026-09-15
                """;
        in(c -> new PlaceDebts(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), at("2026-11-20T09:00"))
                .place(new Handed(
                        "a.csv",
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        "h",
                        Map.of(),
                        true,
                        TestPortfolio.PORTFOLIO,
                        "bora")));
        wording("REMINDER", "SMS", "tr", "{debtor}: {amount}, {due}. {reference}");
        wording("LETTER", "LETTER", "tr", "Sayın {debtor}, borcunuz {owed}.");
        wording("VALIDATION", "LETTER", "tr", "{reference}: {principal}");
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void aPromiseIsRemindedOfOnceBeforeItIsDueThoughItStopsCalls() {
        promise("2026-11-25");

        night(MONDAY.minusDays(1), Kind.REMINDERS);
        assertThat(messages()).isEmpty();
        night(MONDAY, Kind.REMINDERS);
        night(MONDAY.plusDays(1), Kind.REMINDERS);
        send("2026-11-23T12:00");

        assertThat(messages()).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo("SENT");
            assertThat(one.channel()).isEqualTo("SMS");
            assertThat(one.body())
                    .startsWith("Ayşe Yıldız: ")
                    .contains("100,00")
                    .contains("AK-100241");
        });
        assertThat(posted).extracting(Postbox.Parcel::address).containsExactly("+905321230111");
        assertThat(past()).containsExactly("SMS SENT");
    }

    @Test
    void eachInstalmentIsRemindedOf() {
        in(c -> new ArrangementBook(c, stops, at("2026-11-20T10:00"))
                .offer(debt(c), new Wish(null, 2, LocalDate.of(2026, 11, 25)), new Author("deniz", "agent", null)));

        night(MONDAY, Kind.REMINDERS);
        night(LocalDate.of(2026, 11, 24), Kind.REMINDERS);
        send("2026-11-24T12:00");

        assertThat(posted).hasSize(1);
        assertThat(messages().get(0).body()).contains("500,00");
    }

    @Test
    void aLetterIsAPdfAndWaitsForTheHoursOfNobody() {
        write("LETTER");

        send("2026-11-22T03:00");

        assertThat(messages()).extracting(MessageView::state).containsExactly("SENT");
        assertThat(posted).singleElement().satisfies(parcel -> {
            assertThat(parcel.channel()).isEqualTo("LETTER");
            assertThat(parcel.address()).contains("Atatürk Cad. 5").contains("35220 İzmir");
        });
        assertThat(contents.get(0)).startsWith("%PDF-");
    }

    @Test
    void aSecondMessageOfTheDayWaitsAndAHoldStopsWhatWaits() {
        wording("MESSAGE", "SMS", "tr", "{reference}");
        write("MESSAGE");
        write("MESSAGE");

        send("2026-11-23T12:00");

        // BDDK: one message a day to whoever is not reached
        assertThat(messages()).extracting(MessageView::state).containsExactlyInAnyOrder("SENT", "WAITS");
        in(c -> new HoldBook(c, stops, at("2026-11-23T13:00")).place(debt(c), Hold.DISPUTE, "disputes", "deniz"));
        send("2026-11-25T12:00");
        assertThat(messages()).extracting(MessageView::state).containsExactlyInAnyOrder("SENT", "DENIED");
        assertThat(posted).hasSize(1);
    }

    @Test
    void theNoticeBeginsTheTimeToDisputeAndLettersWaitForItsEnd() {
        portfolio.execute("update portfolio set validation_days = 30; update debt set status = 'VALIDATION'");

        night(MONDAY, Kind.REMINDERS);
        send("2026-11-23T12:00");
        night(MONDAY.plusDays(1), Kind.REMINDERS);
        write("LETTER");
        send("2026-11-24T12:00");

        assertThat(messages()).extracting(MessageView::code).containsExactlyInAnyOrder("VALIDATION", "LETTER");
        assertThat(messages())
                .filteredOn(one -> one.code().equals("LETTER"))
                .extracting(MessageView::reason)
                .containsExactly("VALIDATION_RUNNING");
        assertThat(this.<LocalDate>in(c -> debt(c).validationSent())).isEqualTo(MONDAY);
        night(MONDAY.plusDays(31), Kind.REMINDERS);
        assertThat(this.<String>in(c -> debt(c).status().name())).isEqualTo("WORKING");
    }

    @Test
    void aNoticeThatWasDeniedIsWrittenAgainAndAPromiseDoesNotReplaceIt() {
        portfolio.execute("update portfolio set validation_days = 30; update debt set status = 'VALIDATION'");
        night(MONDAY, Kind.REMINDERS);
        in(c -> new HoldBook(c, stops, at("2026-11-23T01:00")).place(debt(c), Hold.DISPUTE, "disputes", "deniz"));
        send("2026-11-23T12:00");
        assertThat(messages()).extracting(MessageView::state).containsExactly("DENIED");
        in(c -> {
            new HoldBook(c, stops, at("2026-11-23T13:00"))
                    .release(TestPortfolio.CLIENT, debt(c).debtId(), Hold.DISPUTE, "settled", "clara");
            return true;
        });
        promise("2026-12-04");

        night(MONDAY.plusDays(1), Kind.REMINDERS);
        send("2026-11-24T12:00");

        assertThat(messages()).extracting(MessageView::state).containsExactlyInAnyOrder("DENIED", "SENT");
        assertThat(this.<LocalDate>in(c -> debt(c).validationSent())).isEqualTo(MONDAY.plusDays(1));
    }

    @Test
    void aReminderOfWhatNoLongerStandsStaysHere() {
        promise("2026-11-25");
        night(MONDAY, Kind.REMINDERS);
        portfolio.execute("update promise set state = 'REPLACED'");

        send("2026-11-23T12:00");

        assertThat(messages()).extracting(MessageView::reason).containsExactly("NOTHING_STANDS");
        assertThat(posted).isEmpty();
    }

    @Test
    void onePieceThatCannotBeSentDoesNotHoldUpTheOthers() {
        write("LETTER");
        portfolio.place(
                "reference;customer_id;name;street;city;language;principal;past_due_since\n"
                        + "AK-2;C-2;Can Su;Atatürk Cad. 6;İzmir;tr;10,00;2026-09-15\n",
                at("2026-11-20T09:00"));
        in(c -> new Correspondence(c, at("2026-11-22T02:00"))
                .write(portfolio.file("AK-2"), new Piece("LETTER", null, null, null, "bora")));
        portfolio.execute("update contact_point set value = '+1' where kind = 'PHONE'");
        send("2026-11-23T12:00");
        write("LETTER");
        portfolio.execute("delete from debt_party where debt_id = '" + portfolio.debt("AK-100241") + "'");
        send("2026-11-23T12:00");

        assertThat(messages()).extracting(MessageView::reason).contains("UNREADABLE", "NO_DEBTOR");
        assertThat(posted).hasSize(1);
    }

    @Test
    void aLetterIsJudgedByTheLawOfTheStateThatTheTelephoneNames() {
        portfolio.execute("update contact_point set value = '+12065550123' where kind = 'PHONE'");
        for (int i = 0; i < 4; i++) {
            write("LETTER");
            send("2026-11-23T20:1" + i);
        }

        assertThat(messages())
                .extracting(MessageView::state)
                .containsExactlyInAnyOrder("SENT", "SENT", "SENT", "WAITS");
        assertThat(messages()).extracting(MessageView::rules).anyMatch(rules -> rules.contains("US-WA-COL-CAP"));
    }

    @Test
    void aTimeBarredDebtIsNotWrittenAbout() {
        portfolio.execute("update debt set barred_from = '2026-11-01'");
        write("LETTER");

        send("2026-11-23T12:00");

        assertThat(messages()).extracting(MessageView::reason).containsExactly("TIME_BARRED");
        assertThat(posted).isEmpty();
    }

    @Test
    void whatThePostboxCannotTakeIsTriedAgainUnderTheSameId() {
        write("LETTER");
        broken = true;
        send("2026-11-23T12:00");
        assertThat(messages()).extracting(MessageView::state).containsExactly("WAITS");

        broken = false;
        send("2026-11-23T12:04");
        assertThat(posted).isEmpty();
        send("2026-11-23T12:05");

        assertThat(posted)
                .extracting(Postbox.Parcel::id)
                .containsExactly(messages().get(0).messageId());
    }

    @Test
    void whatCanNeverBeHandedOverIsParkedWithItsReasonAndTriedAgainWhenAPersonSaysSo() {
        write("LETTER");
        never = true;
        send("2026-11-23T12:00");
        assertThat(messages()).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo("FAILED");
            assertThat(one.reason()).isEqualTo("ADDRESS");
        });

        never = false;
        send("2026-11-23T13:00");
        assertThat(posted).isEmpty();
        again("2026-11-23T13:00");
        send("2026-11-23T13:00");
        assertThat(posted).hasSize(1);
        assertThatThrownBy(() -> again("2026-11-23T13:01")).hasMessage("letter.not-failed");
    }

    private void again(String local) {
        in(c -> {
            LetterBook.again(
                    c, LetterBook.messages(c, TestPortfolio.PORTFOLIO, 0, 10).get(0), at(local));
            return local;
        });
    }

    @Test
    void aWordingHasVersionsAndOnlyKnownFields() {
        wording("LETTER", "LETTER", "tr", "Yeni: {owed}");
        write("LETTER");

        assertThat(messages().get(0).body()).startsWith("Yeni: ");
        assertThatThrownBy(() -> new Wording("x", "{iban}")).hasMessage("letter.field");
        assertThatThrownBy(() -> new Wording(" ", "x")).hasMessage("letter.empty");
        assertThatThrownBy(() -> wording("LETTER", "FAX", "tr", "x")).hasMessage("letter.kind");
        assertThatThrownBy(() -> wording("LETTER", "LETTER", "t_r", "x")).hasMessage("letter.language");
    }

    @Test
    void anotherClientReadsNothingOfIt() throws SQLException {
        write("LETTER");
        UUID id = messages().get(0).messageId();

        try (Connection c = portfolio.scoped(TestPortfolio.STRANGER)) {
            assertThat(LetterBook.messages(c, TestPortfolio.PORTFOLIO, 0, 10)).isEmpty();
            assertThatThrownBy(() -> LetterBook.one(c, id)).isInstanceOf(NotFound.class);
            assertThat(new SendMessages(c, new RuledOutreach(), this::post, at("2026-11-23T12:00"))
                            .round(TestPortfolio.CLIENT, 10))
                    .isZero();
        }
    }

    private void wording(String code, String channel, String language, String body) {
        in(c -> {
            LetterBook.save(
                    c,
                    PortfolioBook.one(c, TestPortfolio.PORTFOLIO),
                    new Key(code, channel, language),
                    new Wording("Konu {reference}", body),
                    "bora",
                    at("2026-11-20T09:00"));
            return code;
        });
    }

    private void write(String code) {
        assertThat(this.<Boolean>in(c -> new Correspondence(c, at("2026-11-22T01:00"))
                        .write(debt(c), new Piece(code, null, null, null, "bora"))))
                .isTrue();
    }

    private void promise(String due) {
        in(c -> new PromiseBook(c, stops, at("2026-11-20T10:00"))
                .make(debt(c), new Word(new Money(100_00, "TRY"), LocalDate.parse(due), null, "deniz")));
    }

    private void send(String local) {
        in(c -> new SendMessages(c, new RuledOutreach(), this::post, at(local)).round(TestPortfolio.CLIENT, 10));
    }

    private void post(Postbox.Parcel parcel, byte[] content) {
        if (never) {
            throw new Unposted("ADDRESS", "nobody there");
        }
        if (broken) {
            throw new UncheckedIOException(new IOException("no way"));
        }
        posted.add(parcel);
        contents.add(new String(content, StandardCharsets.ISO_8859_1));
    }

    private void night(LocalDate day, Kind kind) {
        boolean more = true;
        Instant now = day.atTime(0, 10).atZone(ZONE).toInstant();
        while (more) {
            more = in(
                    c -> new Night(c, TestPortfolio.CLIENT, day, new NightTools(stops, leads, ZONE, now)).chunk(kind));
        }
    }

    private List<MessageView> messages() {
        return in(c -> LetterBook.messages(c, TestPortfolio.PORTFOLIO, 0, 10));
    }

    private List<String> past() {
        return in(c -> Sql.list(c, row -> row.getString(1), "select channel || ' ' || result from outreach_past"));
    }

    private static DebtFile debt(Connection c) {
        return DebtFile.one(
                c,
                TestPortfolio.CLIENT,
                Sql.one(c, row -> row.getObject(1, UUID.class), "select debt_id from debt order by reference")
                        .orElseThrow());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private <T> T in(Function<Connection, T> work) {
        try (Connection c = portfolio.scoped(TestPortfolio.CLIENT)) {
            T result = work.apply(c);
            c.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
