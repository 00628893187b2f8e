package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fairlead.collections.DebtLaw.Saying;
import org.fairlead.collections.DebtLaw.TextEdit;
import org.fairlead.collections.Letters.Key;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.Correspondence.Piece;
import org.fairlead.collections.entity.Wording;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the law wants written stands in the letter, in the letter's language, by the portfolio's country. */
@Tag("database")
class LetterLawTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final TestPortfolio portfolio = new TestPortfolio();

    @BeforeEach
    void placeADebtWithAnAddress() {
        portfolio.execute("delete from debt where client_id = 7");
        portfolio.place(
                """
                reference;customer_id;name;phone;street;postal_code;city;principal;past_due_since
                A-1;C-1;Ayşe {Öz};0532 123 01 11;Gül Sk. 3;34710;İstanbul;100,00;2026-01-15
                """,
                NOW);
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void aLetterHasTheWordsOfItsCountryInItsLanguage() {
        wording("tr", "{debtor}\n{disclosure}\n{rights}");

        assertThat(write(NOW)).isTrue();

        assertThat(bodies().get(0))
                .startsWith("Ayşe (Öz)\nBu yazı Seven adına")
                .contains("6698")
                .contains("Borca itiraz edebilirsiniz")
                .doesNotContain("{");
    }

    @Test
    void aNewVersionOfTheLawIsInLettersFromItsFirstDay() throws SQLException {
        wording("tr", "{rights}");
        law(
                TODAY.plusDays(1),
                List.of(new Saying("tr", "İtiraz", "Yeni haklar, {client}."), new Saying("en", "New", "New rights.")));

        write(NOW);
        write(NOW.plusSeconds(86_400));

        assertThat(bodies().get(0)).startsWith("Borca itiraz");
        assertThat(bodies().get(1)).isEqualTo("Yeni haklar, Seven.");
    }

    @Test
    void aWordingThatTheLawHasNoWordsForIsRefusedAndALetterWithoutThemDoesNotLeave() {
        assertThatThrownBy(() -> wording("it", "{rights}"))
                .hasMessage("letter.law")
                .extracting(refused -> ((Refused) refused).arguments())
                .isEqualTo(List.of("TR", "it"));
        wording("tr", "{rights}");

        // the house's words are English: none in Turkish for a country without a law of its own
        portfolio.execute("update portfolio set country = 'DE' where client_id = 7");

        assertThat(write(NOW)).isFalse();
        assertThat(bodies()).isEmpty();
    }

    /** The notice begins the time to dispute: that it is not written for want of the law's words is told as that, once. */
    @Test
    void aNoticeThatTheLawHasNoWordsForIsToldAsSuch() {
        wording("VALIDATION", "tr", "Konu", "{disclosure}");
        portfolio.execute("update portfolio set country = 'DE', validation_days = 30 where client_id = 7;"
                + " update debt set status = 'VALIDATION' where client_id = 7");

        for (int night = 0; night < 2; night++) {
            portfolio.in(c ->
                    String.valueOf(new WriteReminders(c, TestPortfolio.CLIENT, NOW).chunk(TODAY, new UUID(0, 0), 10)));
        }

        assertThat(portfolio.texts("select kind from debt_event where kind like 'NOTICE%'"))
                .containsExactly("NOTICE_NO_LAW_WORDS");
        assertThat(bodies()).isEmpty();
    }

    @Test
    void aSampleShowsThem() {
        wording("tr", "{disclosure}");

        byte[] pdf = portfolio.in(c -> LetterBook.sample(
                c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), new Key("LETTER", "LETTER", "tr"), TODAY));

        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    /** The bound is that of what is typed: the night goes on, however long the law is. */
    @Test
    void wordsOfTheLawAsLongAsTheyMayBeStopNoLetter() throws SQLException {
        wording("tr", "{rights} " + "x".repeat(7_900));
        law(TODAY, List.of(new Saying("tr", "İtiraz", "y".repeat(2_000)), new Saying("en", "New", "New rights.")));

        assertThat(write(NOW)).isTrue();

        assertThat(bodies().get(0)).hasSize(9_901);
    }

    @Test
    void aSubjectOfWhichNothingIsKnownStopsNoLetter() {
        wording("tr", "{due}", "{debtor}");

        assertThat(write(NOW)).isTrue();
    }

    @Test
    void theLawsWordsHaveNoPlaceInASubject() {
        for (String field : List.of("disclosure", "rights")) {
            assertThatThrownBy(() -> wording("tr", "Konu {" + field + "}", "{debtor}"))
                    .hasMessage("letter.subject")
                    .extracting(refused -> ((Refused) refused).arguments())
                    .isEqualTo(List.of(field));
        }
        assertThatThrownBy(() -> wording("tr", "x".repeat(201), "{debtor}")).hasMessage("letter.long");
        assertThatThrownBy(() -> wording("tr", "x".repeat(8_001))).hasMessage("letter.long");
    }

    @Test
    void lettersHaveNoAgentToName() {
        assertThatThrownBy(() -> law(TODAY, List.of(new Saying("tr", "x", "{agent}"), new Saying("en", "x", "x"))))
                .hasMessage("law.field");
    }

    private void law(LocalDate from, List<Saying> sayings) throws SQLException {
        try (Connection c = portfolio.scoped(new ClientId(0))) {
            new LawBook(c, NOW)
                    .write(new TextEdit("TR", "RIGHTS", from, "house rule", "house", "read again", sayings), "clara");
            c.commit();
        }
    }

    private void wording(String language, String body) {
        wording(language, "Konu", body);
    }

    private void wording(String language, String subject, String body) {
        wording("LETTER", language, subject, body);
    }

    private void wording(String code, String language, String subject, String body) {
        portfolio.in(c -> {
            LetterBook.save(
                    c,
                    PortfolioBook.one(c, TestPortfolio.PORTFOLIO),
                    new Key(code, "LETTER", language),
                    new Wording(subject, body),
                    "bora",
                    NOW);
            return true;
        });
    }

    private boolean write(Instant at) {
        DebtFile debt = portfolio.file("A-1");
        return portfolio.in(c -> new Correspondence(c, at).write(debt, new Piece("LETTER", null, null, null, "night")));
    }

    private List<String> bodies() {
        return portfolio.texts("select body from debt_message order by made_at");
    }
}
