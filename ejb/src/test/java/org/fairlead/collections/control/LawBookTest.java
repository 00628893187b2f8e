package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.collections.DebtLaw.Saying;
import org.fairlead.collections.DebtLaw.TermEdit;
import org.fairlead.collections.DebtLaw.TextEdit;
import org.fairlead.collections.DebtLaw.TextView;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.Letters.Key;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.entity.Wording;
import org.fairlead.script.ScriptBlock;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Statutory texts and days to answer, written anew. */
@Tag("database")
class LawBookTest {

    private static final UUID CONTACT = UUID.fromString("00000000-0000-7000-8000-000000000021");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final List<Saying> BOTH = List.of(
            new Saying("tr", "Yeni", "Yeni sözler, {client}."), new Saying("en", "New", "New words, {client}."));

    private final TestPortfolio portfolio = new TestPortfolio();

    @BeforeEach
    void placeADebtAndCheckItsDebtor() {
        portfolio.execute("delete from debt where client_id = 7");
        portfolio.place(
                """
                reference;customer_id;name;phone;principal;past_due_since
                A-1;C-1;Ayşe Öz;0532 123 01 11;100,00;2026-01-15
                """,
                at(TODAY));
        portfolio.execute(
                """
                insert into contact (client_id, contact_id, direction, state, gateway, call_id, offered_at)
                  values (7, '%1$s', 'OUTBOUND', 'CONNECTED', 'izmir', '%1$s', now());
                insert into debtor_check select 7, '%1$s', customer_id, 1, now(), 'deniz' from customer where client_id = 7;
                """
                        .formatted(CONTACT));
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void aNewVersionIsSaidFromItsFirstDayAndWhatWasReadBeforeStaysReadable() {
        int version = write(text("TR", TODAY.plusDays(5), BOTH));

        assertThat(version).isEqualTo(2);
        assertThat(first(TODAY.plusDays(4)).id()).isEqualTo("statutory-FIRST-TR");
        ScriptBlock later = first(TODAY.plusDays(5));
        assertThat(later.id()).isEqualTo("statutory-FIRST-TR@2");
        assertThat(later.text()).containsEntry("en", "New words, {client}.");
        assertThat(versions(TODAY.plusDays(4))).containsExactly("2 false 2026-03-07 clara", "1 true null installation");
        assertThat(versions(TODAY.plusDays(5))).containsExactly("2 true 2026-03-07 clara", "1 false null installation");
    }

    @Test
    void ofTwoThatBeginOnOneDayTheLaterCountsAndAnEarlierDayGivesWay() {
        write(text("TR", TODAY.plusDays(5), BOTH));
        write(text("TR", TODAY.plusDays(5), BOTH));
        write(text("TR", TODAY.plusDays(2), BOTH));

        assertThat(first(TODAY.plusDays(2)).id()).isEqualTo("statutory-FIRST-TR@4");
        assertThat(first(TODAY.plusDays(9)).id()).isEqualTo("statutory-FIRST-TR@3");
    }

    @Test
    void aTextInFewerLanguagesThanItHadIsRefused() {
        assertThatThrownBy(() -> write(text("TR", TODAY, BOTH.subList(0, 1))))
                .hasMessage("law.languages")
                .extracting(refused -> ((Refused) refused).arguments())
                .isEqualTo(List.of("en"));
        portfolio.execute("update program set languages = '{tr,ru}' where client_id = 7");
        // whoever writes it does not serve the client that collects there
        assertThatThrownBy(() -> write(text("TR", TODAY, BOTH)))
                .hasMessage("law.languages")
                .extracting(refused -> ((Refused) refused).arguments())
                .isEqualTo(List.of("ru"));
    }

    /** A country's first text takes the place of the house's: letters that had their words there keep having them. */
    @Test
    void aTextThatLettersStandOnIsWrittenInTheirLanguages() {
        portfolio.execute("update portfolio set country = 'DE' where client_id = 7");
        portfolio.in(c -> {
            LetterBook.save(
                    c,
                    PortfolioBook.one(c, TestPortfolio.PORTFOLIO),
                    new Key("LETTER", "LETTER", "en"),
                    new Wording("Your debt", "{disclosure}"),
                    "bora",
                    at(TODAY));
            return true;
        });

        assertThatThrownBy(() -> written("WRITTEN", BOTH.subList(0, 1)))
                .hasMessage("law.languages")
                .extracting(refused -> ((Refused) refused).arguments())
                .isEqualTo(List.of("en"));
        assertThat(written("RIGHTS", BOTH.subList(0, 1))).isEqualTo(1);
        assertThat(written("WRITTEN", BOTH)).isEqualTo(1);
    }

    /** Who does not answer for the house's law learns nothing of whom it is needed for. */
    @Test
    void whoIsNotOfTheHouseIsToldNoLanguages() {
        portfolio.execute("update program set languages = '{tr,ru}' where client_id = 7");

        assertThat(languages("{8}")).doesNotContain("ru");
        assertThat(languages("{0}")).contains("ru");
    }

    private List<String> languages(String clients) {
        return inScope(clients, law -> law.languages("TR", "FIRST"));
    }

    private int written(String occasion, List<Saying> sayings) {
        TextEdit edit = new TextEdit("DE", occasion, TODAY, "BGB 13", "law", "read by counsel", sayings);
        return inScope("{0}", law -> law.write(edit, "clara"));
    }

    @Test
    void whatIsNoneIsRefusedByItsField() {
        assertThatThrownBy(() -> write(text("QQ", TODAY, BOTH))).hasMessageStartingWith("law.country");
        assertThatThrownBy(() -> write(text("TR", TODAY.minusDays(1), BOTH))).hasMessageStartingWith("law.from");
        assertThatThrownBy(() -> write(text("TR", TODAY, with("tr", "Başlık", "{reference}"))))
                .hasMessageStartingWith("law.field");
        assertThatThrownBy(() -> write(text("TR", TODAY, with("tr", " ", "Sözler"))))
                .hasMessageStartingWith("law.heading");
        assertThatThrownBy(() -> write(text("TR", TODAY, with("tr", "Başlık", ""))))
                .hasMessageStartingWith("law.words");
        assertThatThrownBy(() -> write(text("TR", TODAY, with("Turkish", "Başlık", "Sözler"))))
                .hasMessageStartingWith("law.language");
        assertThatThrownBy(() -> write(new TextEdit("TR", "FIRST", TODAY, "", "law", "why", BOTH)))
                .hasMessageStartingWith("law.citation");
        assertThatThrownBy(() -> write(new TextEdit("TR", "FIRST", TODAY, "Law 1", "rumour", "why", BOTH)))
                .hasMessageStartingWith("law.basis");
        assertThatThrownBy(() -> write(new TextEdit("TR", "FIRST", TODAY, "Law 1", "law", "", BOTH)))
                .hasMessageStartingWith("law.reason");
        assertThatThrownBy(() -> write(new TextEdit("TR", "NEVER", TODAY, "Law 1", "law", "why", BOTH)))
                .hasMessageStartingWith("law.occasion");
    }

    @Test
    void daysToAnswerCountForCasesFromTheirFirstDay() {
        inScope("{0}", law -> law.write(term("TR", 10, TODAY.plusDays(3)), "clara"));

        assertThat(answerBy("DISPUTE", TODAY)).isEqualTo(TODAY.plusDays(20));
        portfolio.execute("delete from debt_case; delete from debt_hold");
        assertThat(answerBy("DISPUTE", TODAY.plusDays(3))).isEqualTo(TODAY.plusDays(13));
        assertThatThrownBy(() -> inScope("{0}", law -> law.write(term("TR", 0, TODAY), "clara")))
                .hasMessageStartingWith("law.days");
        assertThatThrownBy(() -> inScope(
                        "{0}", law -> law.write(new TermEdit("TR", "CEASE", 5, TODAY, "Law 1", "law", "why"), "clara")))
                .hasMessageStartingWith("law.kind");
    }

    /** Around the facade too: the law of all clients is written in the house's scope alone. */
    @Test
    void whoServesOneClientWritesNoLaw() {
        assertThatThrownBy(() -> inScope("{7}", law -> law.write(text("TR", TODAY, BOTH), "clara")))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> inScope("{7}", law -> law.write(term("TR", 10, TODAY), "clara")))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> portfolio.execute("update statutory_text set words = 'x'"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> portfolio.execute("delete from case_term"))
                .hasStackTraceContaining("permission denied");
        assertThat(inScope("{7}", LawBook::texts)).isNotEmpty();
    }

    private int write(TextEdit edit) {
        return inScope("{0}", law -> law.write(edit, "clara"));
    }

    private <T> T inScope(String clients, Function<LawBook, T> work) {
        try (Connection c = portfolio.scoped(new ClientId(0))) {
            Sql.list(c, row -> row, "select set_config('fairlead.clients', ?, true)", clients);
            T done = work.apply(new LawBook(c, at(TODAY)));
            c.commit();
            return done;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> versions(LocalDate day) {
        return portfolio.in(c -> new LawBook(c, at(day))
                .texts().stream()
                        .filter(one ->
                                one.country().equals("TR") && one.occasion().equals("FIRST"))
                        .map(LawBookTest::said)
                        .toList());
    }

    private static String said(TextView one) {
        return one.version() + " " + one.inForce() + " " + one.from() + " " + one.madeBy();
    }

    private LocalDate answerBy(String kind, LocalDate day) {
        DebtFile debt = portfolio.file("A-1");
        return portfolio.in(c -> {
            CaseBook cases = new CaseBook(c, new FakeOutreach(), "deniz", at(day));
            return cases.one(cases.takeIn(debt, kind, "not mine")).answerBy();
        });
    }

    private ScriptBlock first(LocalDate day) {
        return portfolio.in(c -> StatutoryBlocks.of(c, CONTACT, at(day))).get(0);
    }

    private static TextEdit text(String country, LocalDate from, List<Saying> sayings) {
        return new TextEdit(country, "FIRST", from, "Law 6698, article 10", "law", "read by counsel", sayings);
    }

    private static List<Saying> with(String language, String heading, String words) {
        List<Saying> all = new ArrayList<>(BOTH.subList(1, 2));
        all.add(new Saying(language, heading, words));
        return all;
    }

    private static TermEdit term(String country, int days, LocalDate from) {
        return new TermEdit(country, "DISPUTE", days, from, "Law 5464", "practice", "read by counsel");
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(ZoneId.of("Europe/Istanbul")).toInstant();
    }
}
