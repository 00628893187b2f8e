package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.fairlead.campaign.LeadOffers.Offer;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.Hold;
import org.fairlead.collections.NightRuns.Kind;
import org.fairlead.collections.Strategies.Body;
import org.fairlead.collections.Strategies.Explained;
import org.fairlead.collections.Strategies.Part;
import org.fairlead.collections.Strategies.SideFigures;
import org.fairlead.collections.Strategies.Simulation;
import org.fairlead.collections.Strategies.Todo;
import org.fairlead.collections.Strategies.Version;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.DraftBook.Saved;
import org.fairlead.collections.control.Night.NightTools;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A strategy from its draft to the night that follows it. */
@Tag("database")
class StrategyBookTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Istanbul");
    private static final LocalDate PLACED = LocalDate.of(2026, 3, 2);

    private final TestPortfolio portfolio = new TestPortfolio().withCampaign();
    private final FakeOutreach outreach = new FakeOutreach();

    @BeforeEach
    void placeDebts() {
        portfolio.execute(
                """
                insert into person values (gen_random_uuid(), 'sena', 'Sena', 1, 'en', true);
                delete from debt where client_id = 7;
                """);
        portfolio.place(
                """
                reference;customer_id;name;phone;principal;past_due_since
                AK-1001;C-1;Ayşe Yıldız;0532 123 01 11;1000,00;2026-02-20
                AK-1002;C-1;Ayşe Yıldız;0532 123 01 11;3000,00;2026-01-15
                AK-1003;C-2;Can Su;0532 123 01 13;300,00;2026-01-15
                """,
                at(PLACED));
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void aDraftIsTriedOnTheDebtsThatThereAreAndChangesNothing() {
        int first = published(body(part("late", 31, null, new Todo("CALL", 3, 2))), PLACED, "bora");
        int draft = book(PLACED, book -> book.draft(first, "bora"));
        save(
                draft,
                body(part("early", 0, 30, new Todo("LETTER", 7, 1)), part("late", 31, null, new Todo("CALL", 2, 3))));

        Simulation seen = portfolio.in(
                c -> new StrategyTrial(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), draft, at(PLACED)).run());

        assertThat(seen.debts()).isEqualTo(3);
        assertThat(seen.live()).isEqualTo(first);
        assertThat(seen.liveGaps()).isEqualTo(1);
        assertThat(seen.gaps()).isZero();
        assertThat(seen.moved()).isEqualTo(3);
        assertThat(seen.places())
                .extracting(place -> place.segment() + " " + place.debts() + " " + place.liveDebts())
                .containsExactlyInAnyOrder("early 1 0", "late 2 2", "null 0 1");
        // two people are called three times each; AK-1001 has its letter, and three calls more when it is 31 days old
        assertThat(seen.ahead())
                .extracting(ahead -> ahead.step() + " " + ahead.count() + " " + ahead.live())
                .containsExactly("CALL 9 6", "LETTER 1 0");
        assertThat(seen.days()).hasSize(30);
        assertThat(portfolio.number("select count(*) from debt_event where kind = 'STEP'"))
                .isZero();
        int live = book(PLACED, StrategyBook::live);
        assertThat(live).isEqualTo(first);
    }

    @Test
    void theNightFollowsAVersionFromItsDayOn() {
        published(body(part("all", 0, null, new Todo("FIELD_VISIT", 3, 1))), PLACED, "bora");
        published(body(part("all", 0, null, new Todo("CALL", 3, 1))), PLACED.plusDays(2), "bora");

        night(PLACED);
        assertThat(outreach.offered()).isEmpty();
        assertThat(portfolio.texts("select distinct detail ->> 'step' from debt_event where kind = 'STEP'"))
                .containsExactly("FIELD_VISIT");
        night(PLACED.plusDays(2));
        assertThat(outreach.offered()).isEmpty();
        night(PLACED.plusDays(3));

        // what stands at the place of the visit is another step, and has its pause after what was done last
        assertThat(outreach.offered()).extracting(Offer::reference).containsExactlyInAnyOrder("C-1", "C-2");
    }

    @Test
    void whereTheHouseAsksForTwoWhoWroteItDoesNotPublishIt() {
        portfolio.execute("update portfolio set four_eyes = true");
        int draft = book(PLACED, book -> book.draft(0, "bora"));
        save(draft, body(part("all", 0, null, new Todo("CALL", 3, 1))));

        assertThatThrownBy(() -> publish(draft, PLACED, "bora")).hasMessage("strategy.four-eyes");
        assertThatThrownBy(() -> publish(draft, PLACED.minusDays(1), "sena")).hasMessage("strategy.day");
        publish(draft, PLACED, "sena");

        assertThat(book(PLACED, StrategyBook::versions)).singleElement().satisfies(one -> {
            assertThat(one.inForce()).isTrue();
            assertThat(one.draftedBy()).isEqualTo("bora");
            assertThat(one.publishedBy()).isEqualTo("sena");
        });
        assertThatThrownBy(() -> save(draft, body(part("x", 0, null, new Todo("CALL", 1, 1)))))
                .hasMessage("strategy.no-draft");
        assertThatThrownBy(() -> publish(draft, PLACED, "sena")).hasMessage("strategy.no-draft");
    }

    @Test
    void whoKeepsWhatAnotherWroteAsItIsDoesNotWriteIt() {
        portfolio.execute("update portfolio set four_eyes = true");
        int draft = book(PLACED, book -> book.draft(0, "bora"));
        Body body = body(
                new Part("all", 0, null, new BigDecimal("0.5"), null, null, null, List.of(new Todo("CALL", 3, 1))));
        save(draft, body);
        Instant written = seen(draft);

        // what simulating does with the fields, as another form writes the same numbers
        Body same = body(
                new Part("all", 0, null, new BigDecimal("0.50"), null, null, null, List.of(new Todo("CALL", 3, 1))));
        Saved saved = save(draft, same, "sena", PLACED.plusDays(1), written);

        assertThat(saved).isEqualTo(new Saved(written, false));
        assertThat(versions()).singleElement().satisfies(one -> {
            assertThat(one.draftedBy()).isEqualTo("bora");
            assertThat(one.draftedAt()).isEqualTo(written);
        });
        assertThatThrownBy(() -> publish(draft, PLACED, "bora")).hasMessage("strategy.four-eyes");
        publish(draft, PLACED, "sena");
    }

    @Test
    void nobodyPublishesOrOverwritesWhatTheyDidNotSee() {
        int draft = book(PLACED, book -> book.draft(0, "bora"));
        save(draft, body(part("all", 0, null, new Todo("CALL", 3, 1))));
        Instant shown = seen(draft);
        Body worse = body(part("all", 0, null, new Todo("CALL", 1, 9)));
        Saved saved = save(draft, worse, "bora", PLACED.plusDays(1), shown);

        assertThat(saved.changed()).isTrue();
        assertThatThrownBy(() -> publish(draft, PLACED, "sena", shown))
                .isInstanceOf(Refused.class)
                .hasMessage("strategy.changed");
        assertThatThrownBy(() -> save(draft, body(part("x", 0, null, new Todo("CALL", 2, 1))), "sena", PLACED, shown))
                .hasMessage("strategy.changed");
        publish(draft, PLACED, "sena", saved.at());
        assertThat(versions()).singleElement().extracting(Version::publishedBy).isEqualTo("sena");
    }

    @Test
    void nobodyThrowsAwayWhatTheyDidNotSee() {
        int draft = book(PLACED, book -> book.draft(0, "bora"));
        Instant shown = seen(draft);
        save(draft, body(part("all", 0, null, new Todo("CALL", 3, 1))), "sena", PLACED.plusDays(1), shown);
        assertThatThrownBy(() -> discard(draft, shown))
                .isInstanceOf(Refused.class)
                .hasMessage("strategy.changed");

        Instant written = seen(draft);
        discard(draft, written);
        int next = book(PLACED.plusDays(2), book -> book.draft(0, "sena"));

        assertThat(next).isEqualTo(draft);
        assertThatThrownBy(() -> discard(next, written)).hasMessage("strategy.changed");
        assertThat(versions()).hasSize(1);
    }

    @Test
    void thereIsOneDraftAndADebtStaysOnItsSide() {
        int draft = book(PLACED, book -> book.draft(0, "bora"));
        int again = book(PLACED, book -> book.draft(0, "sena"));
        assertThat(again).isEqualTo(draft);
        save(draft, body(part("all", 0, null, new Todo("CALL", 3, 1))));
        publish(draft, PLACED, "bora");
        long seed = book(PLACED, book -> book.strategy(draft).seed());

        int next = book(PLACED, book -> book.draft(draft, "bora"));

        long kept = book(PLACED, book -> book.strategy(next).seed());
        assertThat(kept).isEqualTo(seed);
        assertThat(book(PLACED, StrategyBook::versions))
                .extracting(Version::version)
                .containsExactly(next, draft);
        discard(next, seen(next));
        assertThat(book(PLACED, StrategyBook::versions)).hasSize(1);
    }

    @Test
    void anEmptyDraftIsNotPublished() {
        int draft = book(PLACED, book -> book.draft(0, "bora"));

        assertThatThrownBy(() -> publish(draft, PLACED, "bora")).hasMessage("strategy.empty");
        assertThatThrownBy(() -> save(draft, body(part("a", 0, null, new Todo("VALIDATION_NOTICE", 1, 1)))))
                .isInstanceOf(Refused.class)
                .hasMessage("strategy.steps");
        assertThatThrownBy(() -> save(draft, body(part("a", 0, null, new Todo("CALL", -1, 1)))))
                .hasMessage("strategy.times");
        assertThatThrownBy(() -> save(
                        draft,
                        new Body(
                                new BigDecimal("101"), List.of(part("a", 0, null, new Todo("CALL", 1, 1))), List.of())))
                .hasMessage("strategy.share");
    }

    @Test
    void aDebtSaysWhyItIsWhereItIsAndWhatIsNext() {
        published(body(part("late", 31, null, new Todo("CALL", 3, 1), new Todo("LETTER", 5, 1))), PLACED, "bora");

        Explained due = explained("AK-1002", PLACED);
        assertThat(due.state()).isEqualTo("DUE");
        assertThat(due.step()).isEqualTo("CALL");
        assertThat(due.then()).isEqualTo("LETTER");
        assertThat(due.scored()).isFalse();
        assertThat(due.owed()).isEqualTo(new BigDecimal("3000.00"));
        assertThat(explained("AK-1001", PLACED).state()).isEqualTo("GAP");

        night(PLACED);
        Explained waits = explained("AK-1002", PLACED.plusDays(1));
        assertThat(waits.state()).isEqualTo("WAITS");
        assertThat(waits.step()).isEqualTo("LETTER");
        assertThat(waits.ripe()).isEqualTo(at(PLACED).plusSeconds(5 * 86_400));
        portfolio.in(c -> new HoldBook(c, outreach, at(PLACED.plusDays(6)))
                .place(portfolio.file("AK-1002"), Hold.DISPUTE, "disputes", "deniz"));
        assertThat(explained("AK-1002", PLACED.plusDays(6)).against()).containsExactly("HOLD");
    }

    @Test
    void moneyCountsForTheSideThatWorkedTheDebtLast() {
        int first = published(body(part("all", 0, null, new Todo("FIELD_VISIT", 1, 5))), PLACED, "bora");
        night(PLACED);
        pay("AK-1002", "500,00", PLACED.plusDays(1));
        int second = published(body(part("all", 0, null, new Todo("FIELD_VISIT", 1, 5))), PLACED.plusDays(2), "bora");
        night(PLACED.plusDays(2));
        pay("AK-1002", "200,00", PLACED.plusDays(3));

        List<SideFigures> sides = portfolio.in(c -> StrategySides.of(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO)));

        assertThat(sides)
                .extracting(side -> side.version() + " " + side.debts() + " " + side.paying() + " " + side.collected())
                .containsExactly(second + " 3 1 200.00", first + " 3 1 500.00");
    }

    @Test
    void anotherClientReadsAndWritesNothing() throws SQLException {
        int version = published(body(part("all", 0, null, new Todo("CALL", 3, 1))), PLACED, "bora");

        try (Connection c = portfolio.scoped(TestPortfolio.STRANGER)) {
            assertThatThrownBy(() -> PortfolioBook.one(c, TestPortfolio.PORTFOLIO))
                    .isInstanceOf(NotFound.class);
        }
        var foreign = portfolio.in(c -> PortfolioBook.one(c, TestPortfolio.PORTFOLIO));
        try (Connection c = portfolio.scoped(TestPortfolio.STRANGER)) {
            assertThatThrownBy(() -> new StrategyBook(c, foreign, at(PLACED)).body(version))
                    .isInstanceOf(NotFound.class);
            assertThat(StrategySides.of(c, foreign)).isEmpty();
        }
    }

    private Explained explained(String reference, LocalDate day) {
        return Objects.requireNonNull(portfolio.<Explained>in(
                c -> Objects.requireNonNull(new ExplainDebt(c, at(day)).of(portfolio.file(reference)))));
    }

    private int published(Body body, LocalDate from, String login) {
        int draft = book(PLACED, book -> book.draft(0, login));
        save(draft, body);
        publish(draft, from, login);
        return draft;
    }

    private void save(int version, Body body) {
        save(version, body, "bora", PLACED, seen(version));
    }

    private Saved save(int version, Body body, String login, LocalDate day, Instant seen) {
        return book(day, book -> book.save(version, body, login, seen));
    }

    private void publish(int version, LocalDate from, String login) {
        publish(version, from, login, seen(version));
    }

    private void publish(int version, LocalDate from, String login, Instant seen) {
        book(PLACED, book -> {
            book.publish(version, from, login, seen);
            return version;
        });
    }

    private void discard(int version, Instant seen) {
        book(PLACED, book -> {
            book.discard(version, seen);
            return version;
        });
    }

    private Instant seen(int version) {
        return versions().stream()
                .filter(one -> one.version() == version)
                .map(one -> Objects.requireNonNull(one.draftedAt()))
                .findFirst()
                .orElseThrow();
    }

    private List<Version> versions() {
        return book(PLACED, StrategyBook::versions);
    }

    private <T> T book(LocalDate day, Function<StrategyBook, T> work) {
        return portfolio.in(
                c -> work.apply(new StrategyBook(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), at(day))));
    }

    private void night(LocalDate day) {
        boolean more = true;
        while (more) {
            more = portfolio.in(
                    c -> new Night(c, TestPortfolio.CLIENT, day, new NightTools(outreach, outreach, ZONE, at(day)))
                            .chunk(Kind.LEADS));
        }
    }

    private void pay(String reference, String amount, LocalDate day) {
        portfolio.take(
                "date;amount;currency;reference;payer;returned\n%s;%s;TRY;%s;X;\nTOTAL;%s;;1;;\n"
                        .formatted(day, amount, reference, amount),
                new PaymentTools(outreach, outreach, "bora", at(day)));
    }

    private static Body body(Part... champion) {
        return new Body(BigDecimal.ZERO, List.of(champion), List.of());
    }

    private static Part part(String name, int from, @Nullable Integer until, Todo... steps) {
        return new Part(name, from, until, null, null, null, null, List.of(steps));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(ZONE).toInstant();
    }
}
