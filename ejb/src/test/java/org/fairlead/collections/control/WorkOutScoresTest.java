package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.NightRuns.Kind;
import org.fairlead.collections.Scores.Band;
import org.fairlead.collections.Scores.Line;
import org.fairlead.collections.Scores.Outcome;
import org.fairlead.collections.Scores.Table;
import org.fairlead.collections.Strategies.Explained;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.DraftBook.Saved;
import org.fairlead.collections.control.Night.NightTools;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scores from the table to the debt, and to what came of them. */
@Tag("database")
class WorkOutScoresTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Istanbul");
    private static final LocalDate PLACED = LocalDate.of(2026, 3, 2);

    private final TestPortfolio portfolio = new TestPortfolio();
    private final FakeOutreach outreach = new FakeOutreach();

    @BeforeEach
    void placeDebts() {
        portfolio.execute("delete from debt where client_id = 7");
        portfolio.place(
                """
                reference;customer_id;name;phone;email;principal;past_due_since
                AK-1001;C-1;Ayşe Yıldız;0532 123 01 11;a@example.org;1000,00;2026-02-20
                AK-1002;C-2;Can Su;0532 123 01 13;;100,00;2026-01-01
                """,
                at(PLACED));
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void eachOpenDebtIsScoredWithWhatItsScoreIsMadeOf() {
        publish(PLACED, line("monthsPastDue", "-0.5"), line("emailKnown", "0.7"), line("owedLog", "-0.1"));

        night(PLACED);

        // 0 months, e-mail, 3 digits: 1 + 0.7 - 0.3; 2 months, no e-mail, 2 digits: 1 - 1 - 0.2
        assertThat(score("AK-1001")).isCloseTo(1 / (1 + Math.exp(-1.4)), within(1e-12));
        assertThat(score("AK-1002")).isCloseTo(1 / (1 + Math.exp(0.2)), within(1e-12));
        assertThat(portfolio.texts(
                        "select score_version || ' ' || (score_reasons -> 0 ->> 'fact') from debt order by reference"))
                .containsExactly("1 emailKnown", "1 monthsPastDue");
        Explained none = portfolio.in(
                c -> Objects.requireNonNullElse(new ExplainDebt(c, at(PLACED)).of(portfolio.file("AK-1001")), NOTHING));
        assertThat(none).isSameAs(NOTHING);
    }

    @Test
    void withoutATableNothingIsScoredAndOneThatIsDueLaterWaits() {
        night(PLACED);
        assertThat(portfolio.number("select count(*) from debt where score is not null"))
                .isZero();

        publish(PLACED.plusDays(3), line("calls", "1"));
        night(PLACED.plusDays(2));
        assertThat(portfolio.number("select count(*) from debt where score is not null"))
                .isZero();
        night(PLACED.plusDays(3));
        assertThat(portfolio.number("select count(*) from debt where score is not null"))
                .isEqualTo(2);
    }

    @Test
    void whatWasForetoldIsKeptOnceAMonthAndHeldAgainstWhatCame() {
        publish(PLACED, line("emailKnown", "1"));
        night(PLACED);
        night(PLACED.plusDays(1));
        assertThat(portfolio.number("select count(*) from debt_score")).isEqualTo(2);
        pay("AK-1001", PLACED.plusDays(5));
        pay("AK-1002", PLACED.plusDays(59));

        Outcome early = outcome(PLACED.plusDays(30));
        Outcome seen = outcome(PLACED.plusDays(31));

        assertThat(early.judged()).isZero();
        assertThat(seen.judged()).isEqualTo(2);
        assertThat(seen.scored()).isEqualTo(2);
        // 1 + 1 foretells 0.88 and was paid on; 1 alone foretells 0.73 and was paid on too late
        assertThat(seen.bands())
                .extracting(band -> band.from() + " " + band.debts() + " " + band.paid())
                .containsExactly("0.7 1 0", "0.8 1 1");
        assertThat(seen.bands()).extracting(Band::expected).allMatch(expected -> expected > 0.7);
    }

    @Test
    void whoAPersonIsIsRefusedByName() {
        int draft = book(PLACED, book -> book.draft(0, "bora"));

        assertThatThrownBy(() -> save(draft, line("Nationality", "1"))).hasMessage("score.protected");
        assertThatThrownBy(() -> save(draft, line("shoeSize", "1"))).hasMessage("score.unknown");
        assertThatThrownBy(() -> save(draft, line("calls", "101"))).hasMessage("score.weight");
        assertThatThrownBy(() -> save(draft, line("calls", "1"), line("calls", "2")))
                .hasMessage("score.twice");
        assertThatThrownBy(() -> book(PLACED, book -> {
                    book.publish(draft, PLACED, "bora", seen(book, draft));
                    return draft;
                }))
                .hasMessage("score.empty");
    }

    @Test
    void whereTheHouseAsksForTwoWhoWroteItDoesNotPublishIt() {
        portfolio.execute("update portfolio set four_eyes = true");

        assertThatThrownBy(() -> publish(PLACED, line("calls", "1"))).hasMessage("score.four-eyes");
    }

    @Test
    void nobodyPublishesOrOverwritesWhatTheyDidNotSeeAndTheSameTableIsWrittenByNobody() {
        int draft = book(PLACED, book -> book.draft(0, "bora"));
        save(draft, line("calls", "1"));
        Instant shown = book(PLACED, book -> seen(book, draft));
        Table same = new Table(30, new BigDecimal("1.00"), List.of(line("calls", "1.0")));
        Table other = new Table(30, BigDecimal.ONE, List.of(line("calls", "9")));

        Saved kept = book(PLACED.plusDays(1), book -> book.save(draft, same, "sena", shown));
        assertThat(kept).isEqualTo(new Saved(shown, false));
        Saved anew = book(PLACED.plusDays(1), book -> book.save(draft, other, "sena", shown));

        assertThat(anew.changed()).isTrue();
        assertThatThrownBy(() -> book(PLACED, book -> {
                    book.publish(draft, PLACED, "bora", shown);
                    return draft;
                }))
                .hasMessage("score.changed");
        assertThatThrownBy(() -> book(PLACED, book -> book.save(draft, same, "bora", shown)))
                .hasMessage("score.changed");
    }

    @Test
    void anotherClientFindsNothing() throws SQLException {
        publish(PLACED, line("calls", "1"));
        night(PLACED);
        var foreign = portfolio.in(c -> PortfolioBook.one(c, TestPortfolio.PORTFOLIO));

        try (Connection c = portfolio.scoped(TestPortfolio.STRANGER)) {
            ScoreBook book = new ScoreBook(c, foreign, at(PLACED));
            assertThatThrownBy(book::versions).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> book.table(1)).isInstanceOf(NotFound.class);
            assertThat(Sql.number(c, "select count(*) from debt_score")).isZero();
        }
    }

    private static final Explained NOTHING = new Explained(
            "", 0, "", null, 0, 0, false, List.of(), BigDecimal.ZERO, "TRY", null, 0, 0, null, List.of(), null);

    private static Line line(String fact, String points) {
        return new Line(fact, new BigDecimal(points));
    }

    private void publish(LocalDate from, Line... lines) {
        int draft = book(PLACED, book -> book.draft(0, "bora"));
        save(draft, lines);
        book(PLACED, book -> {
            book.publish(draft, from, "bora", seen(book, draft));
            return draft;
        });
    }

    private void save(int version, Line... lines) {
        book(PLACED, book -> {
            book.save(version, new Table(30, BigDecimal.ONE, List.of(lines)), "bora", seen(book, version));
            return version;
        });
    }

    private static Instant seen(ScoreBook book, int version) {
        return book.versions().stream()
                .filter(one -> one.version() == version)
                .map(one -> Objects.requireNonNull(one.draftedAt()))
                .findFirst()
                .orElseThrow();
    }

    private Outcome outcome(LocalDate day) {
        return book(day, book -> book.outcome(1));
    }

    private <T> T book(LocalDate day, Function<ScoreBook, T> work) {
        return portfolio.in(c -> work.apply(new ScoreBook(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), at(day))));
    }

    private double score(String reference) {
        return portfolio.in(
                c -> Sql.one(c, row -> row.getDouble(1), "select score from debt where reference = ?", reference)
                        .orElseThrow());
    }

    private void pay(String reference, LocalDate day) {
        portfolio.take(
                "date;amount;currency;reference;payer;returned\n%s;5,00;TRY;%s;X;\nTOTAL;5,00;;1;;\n"
                        .formatted(day, reference),
                new PaymentTools(outreach, outreach, "bora", at(day)));
    }

    private void night(LocalDate day) {
        boolean more = true;
        while (more) {
            more = portfolio.in(
                    c -> new Night(c, TestPortfolio.CLIENT, day, new NightTools(outreach, outreach, ZONE, at(day)))
                            .chunk(Kind.SCORES));
        }
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(ZONE).toInstant();
    }
}
