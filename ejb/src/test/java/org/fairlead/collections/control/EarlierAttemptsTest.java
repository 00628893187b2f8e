package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.PlaceDebts.Handed;
import org.fairlead.compliance.Wishes.Elsewhere;
import org.fairlead.compliance.control.TakeInPast;
import org.fairlead.compliance.control.WishBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class EarlierAttemptsTest {

    /** Before noon in Istanbul. */
    private static final Instant MORNING = Instant.parse("2026-03-02T06:00:00Z");

    private static final ZoneId ZONE = ZoneId.of("Europe/Istanbul");
    private static final String HEADER =
            "reference;customer_id;name;phone;principal;past_due_since;attempts;last_attempt\n";

    private final TestPortfolio portfolio = new TestPortfolio();

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void attemptsOfTheSameMorningLieInThePast() {
        int taken = takeIn("A-1;C-1;Ayşe Öz;0532 123 01 11;100,00;2026-01-15;3;2026-03-02\n");

        assertThat(taken).isEqualTo(3);
        assertThat(portfolio.number("select count(*) from outreach_import where at > '" + MORNING + "'"))
                .isZero();
        assertThat(portfolio.texts("select distinct person || ' ' || number || ' ' || debt from outreach_import"))
                .containsExactly("C-1 +905321230111 " + portfolio.debt("A-1"));
    }

    @Test
    void attemptsOnADebtorWithoutATelephoneAreNone() {
        assertThat(takeIn("A-1;C-1;Ayşe Öz;;100,00;2026-01-15;3;2026-02-20\n")).isZero();
        assertThat(portfolio.file("A-1").reference()).isEqualTo("A-1");
    }

    @Test
    void attemptsOnTwoDebtsOfOnePersonOnOneDayCountForEach() {
        takeIn("A-1;C-1;Ayşe Öz;0532 123 01 11;100,00;2026-01-15;5;2026-02-20\n"
                + "A-2;C-1;Ayşe Öz;0532 123 01 11;100,00;2026-01-15;5;2026-02-20\n");

        assertThat(portfolio.texts("select count(*)::text from outreach_import group by debt"))
                .containsExactly("5", "5");
    }

    @Test
    void anAttemptOfALaterDayIsAFaultOfItsRow() {
        takeIn("A-1;C-1;Ayşe Öz;0532 123 01 11;100,00;2026-01-15;3;2026-03-03\n");

        assertThat(portfolio.texts("select column_name || ' ' || reason from placement_fault"))
                .containsExactly("last_attempt date_ahead");
        assertThat(portfolio.number("select count(*) from outreach_import")).isZero();
    }

    private int takeIn(String rows) {
        return portfolio.in(c -> {
            PlaceDebts work = new PlaceDebts(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), MORNING);
            UUID placement = work.place(new Handed(
                    "a.csv",
                    new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)),
                    "h",
                    Map.of(),
                    false,
                    TestPortfolio.PORTFOLIO,
                    "bora"));
            return count(c, earlier(c).of(placement, work.placed()));
        });
    }

    private static EarlierAttempts earlier(Connection c) {
        return new EarlierAttempts(c, TestPortfolio.CLIENT, ZONE, MORNING);
    }

    private static int count(Connection c, List<Elsewhere> calls) {
        WishBook wishes = new WishBook(c, TestPortfolio.CLIENT, new DebtNameBook(), stopped -> {});
        return new TakeInPast(wishes, "placement", "bora", MORNING).take(calls);
    }
}
