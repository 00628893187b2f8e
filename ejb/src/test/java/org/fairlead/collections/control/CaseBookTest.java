package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.Hold;
import org.fairlead.collections.Holds.CaseView;
import org.fairlead.collections.Holds.Note;
import org.fairlead.collections.Holds.Outcome;
import org.fairlead.collections.Letters.Key;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.entity.Wording;
import org.fairlead.compliance.DebtStops.Stop;
import org.fairlead.compliance.HandedFile;
import org.fairlead.compliance.control.DebtStopBook;
import org.fairlead.compliance.control.RuledOutreach;
import org.fairlead.shared.NotFound;
import org.fairlead.testing.FakeEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class CaseBookTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final TestPortfolio portfolio = new TestPortfolio();
    private final FakeOutreach outreach = new FakeOutreach();

    @BeforeEach
    void placeADebt() {
        portfolio.place(
                """
                reference;customer_id;name;phone;email;principal;past_due_since;guarantor_name;guarantor_reference;guarantor_phone
                A-1;C-1;Ayşe Öz;0532 123 01 11;ayse@example.org;100,00;2026-01-15;Can Su;C-2;0532 123 01 13
                """,
                NOW);
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void aDisputeStopsAtOnceAndIsAnsweredByTheDayOfItsCountry() {
        UUID dispute = takeIn("DISPUTE");

        assertThat(portfolio.file("A-1").holds()).containsExactly(Hold.DISPUTE);
        assertThat(outreach.standing()).extracting(Stop::person).containsExactlyInAnyOrder("C-1", "C-2");
        CaseView one = one(dispute, NOW);
        assertThat(one.answerBy()).isEqualTo(LocalDate.of(2026, 3, 22));
        assertThat(one.citation()).contains("5464");
        assertThat(one.overdue()).isFalse();
        assertThat(one(dispute, Instant.parse("2026-03-23T09:00:00Z")).overdue())
                .isTrue();
    }

    @Test
    void whereTheCountrySaysNothingTheHouseRuleHolds() {
        portfolio.execute("update portfolio set country = 'DE' where client_id = 7");

        assertThat(one(takeIn("DISPUTE"), NOW).answerBy()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(one(takeIn("VULNERABLE"), NOW).answerBy()).isNull();
    }

    @Test
    void aComplaintStopsNothingAndIsAnsweredAllTheSame() {
        UUID complaint = takeIn(CaseBook.COMPLAINT);

        assertThat(portfolio.file("A-1").holds()).isEmpty();
        answer(complaint, "clara", Outcome.REJECTED);
        assertThat(one(complaint, NOW).outcome()).isEqualTo(Outcome.REJECTED);
        assertThatThrownBy(() -> answer(complaint, "clara", Outcome.UPHELD)).hasMessage("hold.answered");
    }

    @Test
    void whoTookItInDoesNotAnswerIt() {
        UUID dispute = takeIn("DISPUTE");

        assertThatThrownBy(() -> answer(dispute, "deniz", Outcome.REJECTED)).hasMessage("hold.four-eyes");
        assertThatThrownBy(() -> portfolio.in(c -> {
                    CaseBook cases = new CaseBook(c, outreach, "clara", NOW);
                    cases.answer(cases.one(dispute), Outcome.REJECTED, " ");
                    return true;
                }))
                .hasMessage("hold.why");
        assertThat(portfolio.file("A-1").holds()).containsExactly(Hold.DISPUTE);
    }

    @Test
    void anAnswerReleasesTheHoldUnlessTheDebtorIsRight() {
        UUID first = takeIn("DISPUTE");
        answer(first, "clara", Outcome.REJECTED);
        assertThat(portfolio.file("A-1").holds()).isEmpty();
        assertThat(outreach.standing()).isEmpty();

        UUID second = takeIn("DISPUTE");
        answer(second, "clara", Outcome.UPHELD);
        assertThat(portfolio.file("A-1").holds()).containsExactly(Hold.DISPUTE);
        assertThat(outreach.standing()).isNotEmpty();
    }

    @Test
    void theAnswerIsWrittenToTheDebtorWhereThePortfolioHasWordsForIt() {
        portfolio.in(c -> {
            LetterBook.save(
                    c,
                    PortfolioBook.one(c, TestPortfolio.PORTFOLIO),
                    new Key("ANSWER", "EMAIL", "tr"),
                    new Wording("{reference}", "Sayın {debtor}: {answer}"),
                    "bora",
                    NOW);
            return true;
        });
        UUID dispute = takeIn("DISPUTE");

        answer(dispute, "clara", Outcome.PARTLY);

        assertThat(portfolio.texts("select body from debt_message"))
                .containsExactly(
                        "Sayın Ayşe Öz: we looked {into} it".replace('{', '(').replace('}', ')'));
        assertThat(one(dispute, NOW).sent()).isEqualTo("WAITS");
    }

    @Test
    void evidenceIsKeptByteByByteWithItsHash() {
        UUID dispute = takeIn("DISPUTE");
        byte[] letter = "%PDF-1.7 the debtor's letter".getBytes(StandardCharsets.UTF_8);

        Note kept = portfolio.in(c -> {
            CaseBook cases = new CaseBook(c, outreach, "clara", NOW);
            CaseView one = cases.one(dispute);
            cases.note(one, "came by post", HandedFile.read("../letter.pdf", new ByteArrayInputStream(letter)));
            return cases.notes(one).get(0);
        });

        assertThat(kept.file()).isEqualTo(".. letter.pdf");
        assertThat(kept.sha256()).hasSize(64);
        assertThat(portfolio.<byte[]>in(c -> {
                    CaseBook cases = new CaseBook(c, outreach, "clara", NOW);
                    return cases.evidence(cases.one(dispute), kept.noteId()).content();
                }))
                .isEqualTo(letter);
        assertThatThrownBy(() -> HandedFile.read("x.html", new ByteArrayInputStream(new byte[] {0, 1, 2})))
                .hasMessage("proof.kind");
    }

    @Test
    void anotherClientSeesNoneOfIt() throws SQLException {
        UUID dispute = takeIn("DISPUTE");

        try (var c = portfolio.scoped(TestPortfolio.STRANGER)) {
            CaseBook strangers = new CaseBook(c, outreach, "clara", NOW);
            assertThat(strangers.open(0, 10)).isEmpty();
            assertThatThrownBy(() -> strangers.one(dispute)).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void breathingSpaceEndsByItselfWhereTheLawSaysHowLongItLasts() {
        portfolio.execute("update portfolio set country = 'GB' where client_id = 7");

        UUID space = takeIn("BREATHING_SPACE");

        assertThat(one(space, NOW).until()).isEqualTo(Instant.parse("2026-05-01T09:00:00Z"));
        assertThat(outreach.standing()).extracting(Stop::until).containsOnly(Instant.parse("2026-05-01T09:00:00Z"));
    }

    @Test
    void aDebtThatIsPlacedLaterGetsTheHoldThatIsTrueOfItsDebtor() {
        takeIn("BANKRUPT");
        takeIn("DISPUTE");

        UUID later = portfolio.place(
                """
                reference;customer_id;name;phone;principal;past_due_since;guarantor_name;guarantor_reference;guarantor_phone
                A-2;C-1;Ayşe Öz;0532 123 01 11;50,00;2026-02-15;Ece Su;C-3;0532 123 01 14
                B-1;C-9;Ali Er;0532 123 01 19;70,00;2026-02-15;;;
                """,
                NOW);
        portfolio.in(c -> {
            new HoldBook(c, outreach, NOW).extend(TestPortfolio.CLIENT, later, "bora");
            return true;
        });

        assertThat(portfolio.file("A-2").holds()).containsExactly(Hold.BANKRUPT);
        assertThat(portfolio.file("B-1").holds()).isEmpty();
        assertThat(portfolio.number("select count(*) from debt_hold where stops_interest"))
                .isEqualTo(2);
        assertThat(outreach.standing())
                .filteredOn(stop -> stop.kind().equals("bankrupt"))
                .extracting(Stop::person, Stop::debt)
                .contains(
                        tuple("C-3", portfolio.debt("A-2").toString()),
                        tuple("C-1", portfolio.debt("A-2").toString()));

        UUID release = portfolio.debt("A-1");
        portfolio.in(c -> {
            new HoldBook(c, outreach, NOW).release(TestPortfolio.CLIENT, release, Hold.BANKRUPT, "over", "clara");
            return true;
        });
        assertThat(portfolio.file("A-2").holds()).isEmpty();
    }

    @Test
    void anAnswerReleasesItsOwnHoldAndNotOneThatCameAfterIt() {
        portfolio.execute("update portfolio set country = 'GB' where client_id = 7");
        UUID first = takeIn("BREATHING_SPACE");
        portfolio.execute("update debt_hold set until = '2026-03-02T10:00:00Z' where hold_id = '" + first + "'");
        Instant over = NOW.plusSeconds(7_200);
        UUID second = portfolio.in(c -> {
            DebtFile debt = portfolio.file("A-1");
            return new CaseBook(c, outreach, "clara", over).takeIn(debt, "BREATHING_SPACE", "again");
        });

        answer(first, "clara", Outcome.ENDED, over);
        assertThat(portfolio.number(
                        "select count(*) from debt_hold where released_at is null and hold_id = '" + second + "'"))
                .isEqualTo(1);
        assertThatThrownBy(() -> answer(second, "clara", Outcome.ENDED, over)).hasMessage("hold.four-eyes");
        answer(second, "deniz", Outcome.ENDED, over);
        assertThat(portfolio.number(
                        "select count(*) from debt_hold where released_at is null and hold_id = '" + second + "'"))
                .isZero();
    }

    @Test
    void aCaseWhoseHoldWasReleasedWithAnotherIsClosedAllTheSame() {
        UUID first = takeIn("BANKRUPT");
        UUID debt = portfolio.debt("A-1");
        portfolio.in(c -> {
            new HoldBook(c, outreach, NOW).release(TestPortfolio.CLIENT, debt, Hold.BANKRUPT, "over", "clara");
            return true;
        });

        answer(first, "clara", Outcome.ENDED);

        assertThat(one(first, NOW).outcome()).isEqualTo(Outcome.ENDED);
    }

    @Test
    void ofTwoHoldsAtOnceTheSecondSeesTheFirst() {
        DebtFile seenBefore = portfolio.file("A-1");
        takeIn("DISPUTE");

        assertThatThrownBy(() -> portfolio.in(
                        c -> new HoldBook(c, outreach, NOW).place(seenBefore, Hold.DISPUTE, "as well", "clara")))
                .hasMessage("hold.stands");
    }

    @Test
    void theAnswerToADisputeGoesOutThoughTheDebtorIsRight() {
        answerByMail();
        UUID dispute = really("DISPUTE");
        really("FRAUD");
        answer(dispute, "clara", Outcome.UPHELD);

        assertThat(sendAll()).isEqualTo(1);
        assertThat(one(dispute, NOW).sent()).isEqualTo("SENT");
    }

    @Test
    void noAnswerGoesToWhoWantsNoWordAtAll() {
        answerByMail();
        UUID dispute = really("DISPUTE");
        really("CEASE");
        answer(dispute, "clara", Outcome.UPHELD);

        assertThat(sendAll()).isZero();
        assertThat(one(dispute, NOW).sent()).isEqualTo("DENIED");
    }

    private void answerByMail() {
        portfolio.in(c -> {
            LetterBook.save(
                    c,
                    PortfolioBook.one(c, TestPortfolio.PORTFOLIO),
                    new Key("ANSWER", "EMAIL", "tr"),
                    new Wording("{reference}", "{answer}"),
                    "bora",
                    NOW);
            return true;
        });
    }

    /** With the stops that the outreach decision reads. */
    private UUID really(String kind) {
        DebtFile debt = portfolio.file("A-1");
        return portfolio.in(
                c -> new CaseBook(c, new DebtStopBook(new FakeEvent<>()), "deniz", NOW).takeIn(debt, kind, "not mine"));
    }

    private int sendAll() {
        List<String> posted = new ArrayList<>();
        portfolio.in(
                c -> new SendMessages(c, new RuledOutreach(), (parcel, content) -> posted.add(parcel.subject()), NOW)
                        .round(TestPortfolio.CLIENT, 10));
        return posted.size();
    }

    private UUID takeIn(String kind) {
        DebtFile debt = portfolio.file("A-1");
        return portfolio.in(c -> new CaseBook(c, outreach, "deniz", NOW).takeIn(debt, kind, "not mine"));
    }

    private CaseView one(UUID id, Instant at) {
        return portfolio.in(c -> new CaseBook(c, outreach, "clara", at).one(id));
    }

    private void answer(UUID id, String login, Outcome outcome) {
        answer(id, login, outcome, NOW);
    }

    private void answer(UUID id, String login, Outcome outcome, Instant at) {
        portfolio.in(c -> {
            CaseBook cases = new CaseBook(c, outreach, login, at);
            cases.answer(cases.one(id), outcome, "we looked {into} it");
            return true;
        });
    }
}
