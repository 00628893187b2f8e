package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.fairlead.collections.DebtStatus;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.collections.control.PromiseBook.Word;
import org.fairlead.shared.Money;
import org.fairlead.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class PromiseBookTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2026, 3, 5);
    private static final String HEADER = "date;amount;currency;reference;payer;returned;key\n";
    private static final String PAID = HEADER + "2026-03-02;500,00;TRY;AK-100241;A;;p1\nTOTAL;500,00;;1;;;\n";
    private static final String BACK = HEADER + "2026-03-03;-500,00;TRY;AK-100241;A;AC04;r1\nTOTAL;-500,00;;1;;;\n";

    private final TestPortfolio portfolio = new TestPortfolio();
    private final FakeOutreach outreach = new FakeOutreach();

    @BeforeEach
    void placeADebt() {
        portfolio.place(
                """
                reference;customer_id;name;phone;principal;past_due_since
                AK-100241;C-1;Ayşe Yıldız;0532 123 01 11;1000,00;2026-01-15
                """,
                NOW);
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void aPromiseThatStandsAgainStopsCallsAgain() {
        promise();
        portfolio.take(PAID, tools());
        assertThat(outreach.standing()).isEmpty();

        portfolio.take(BACK, tools());

        assertThat(states()).containsExactly("STANDING");
        assertThat(portfolio.file("AK-100241").status()).isEqualTo(DebtStatus.PROMISE);
        assertThat(outreach.standing()).singleElement().satisfies(stop -> {
            assertThat(stop.kind()).isEqualTo("promise");
            assertThat(stop.person()).isEqualTo("C-1");
            assertThat(stop.until()).isEqualTo(Instant.parse("2026-03-08T21:00:00Z"));
        });
    }

    @Test
    void theNightWaitsForMoneyThatIsBeingPostedBeforeItCallsAPromiseBroken() throws Exception {
        promise();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection posting = portfolio.scoped(TestPortfolio.CLIENT)) {
            new TakeInPayments(posting, PortfolioBook.one(posting, TestPortfolio.PORTFOLIO), tools())
                    .take("p", PAID.getBytes(StandardCharsets.UTF_8), "x");

            Future<Integer> night = other.submit(() -> portfolio.in(c -> new PromiseBook(c, new FakeOutreach(), NOW)
                    .decide(TestPortfolio.CLIENT, debt(c), DUE.plusDays(4), "night")));
            portfolio.awaitSomebodyWhoWaits();
            posting.commit();
            night.get(20, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }

        assertThat(states()).containsExactly("KEPT");
    }

    @Test
    void ofTwoPromisesAtOnceOneTakesTheOthersPlace() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection first = portfolio.scoped(TestPortfolio.CLIENT)) {
            new PromiseBook(first, outreach, NOW).make(portfolio.file("AK-100241"), word(100_00));

            Future<?> second = other.submit(() -> portfolio.in(
                    c -> new PromiseBook(c, new FakeOutreach(), NOW).make(portfolio.file("AK-100241"), word(200_00))));
            portfolio.awaitSomebodyWhoWaits();
            first.commit();
            second.get(20, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }

        assertThat(states()).containsExactlyInAnyOrder("REPLACED", "STANDING");
    }

    private void promise() {
        portfolio.in(c -> new PromiseBook(c, outreach, NOW).make(portfolio.file("AK-100241"), word(500_00)));
    }

    private static Word word(long minor) {
        return new Word(new Money(minor, "TRY"), DUE, null, "deniz");
    }

    private PaymentTools tools() {
        return new PaymentTools(outreach, outreach, "bora", NOW);
    }

    private List<String> states() {
        return portfolio.texts("select state from promise");
    }

    private static UUID debt(Connection c) {
        return Sql.one(c, row -> row.getObject(1, UUID.class), "select debt_id from debt where reference = 'AK-100241'")
                .orElseThrow();
    }
}
