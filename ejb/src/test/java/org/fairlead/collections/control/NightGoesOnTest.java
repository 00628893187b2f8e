package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.fairlead.campaign.LeadOffers.Offer;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.Letters.Key;
import org.fairlead.collections.NightRuns.Kind;
import org.fairlead.collections.NightRuns.Progress;
import org.fairlead.collections.NightRuns.State;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.ArrangementBook.Author;
import org.fairlead.collections.control.ArrangementBook.Wish;
import org.fairlead.collections.control.Night.NightTools;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.collections.entity.Wording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One debt that is not as it should be does not keep the others waiting. */
@Tag("database")
class NightGoesOnTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Istanbul");
    private static final LocalDate PLACED = LocalDate.of(2026, 3, 2);
    private static final Author AGENT = new Author("deniz", "agent", null);

    private final TestPortfolio portfolio = new TestPortfolio().withCampaign();
    private final FakeOutreach outreach = new FakeOutreach();

    @BeforeEach
    void placeDebtsOfTwoPeople() {
        portfolio.execute(
                """
                insert into plan_limit values (7, '%1$s', 'agent', 6, 0);
                """
                        .formatted(TestPortfolio.PORTFOLIO));
        strategy("CALL");
        portfolio.place(
                """
                reference;customer_id;name;phone;principal;past_due_since;recall_on
                AK-1001;C-1;Ayşe Yıldız;0532 123 01 11;1000,00;2026-01-15;2026-03-20
                AK-1002;C-2;Can Su;0532 123 01 13;300,00;2026-01-15;2026-03-20
                """,
                at(PLACED));
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void itIsToldHowFarItCameAndAnOrderBeginsAnew() {
        assertThat(progress(true)).isEqualTo(new Progress(State.RUNNING, 0, null));
        night(PLACED, Kind.RECALLS);
        assertThat(progress(true)).isEqualTo(new Progress(State.RUNNING, 16, Kind.INTEREST));
        for (Kind kind : List.of(Kind.INTEREST, Kind.PROMISES, Kind.REMINDERS, Kind.SCORES)) {
            night(PLACED, kind);
        }
        portfolio.in(c -> run(c, PLACED).chunk(Kind.LEADS));

        // behind its last debt, and not told as finished
        assertThat(progress(true)).isEqualTo(new Progress(State.RUNNING, 99, Kind.LEADS));
        assertThat(progress(false)).isEqualTo(new Progress(State.STOPPED, 99, Kind.LEADS));
        night(PLACED, Kind.LEADS);
        assertThat(progress(true)).isEqualTo(new Progress(State.DONE, 100, null));

        portfolio.in(c -> {
            run(c, PLACED.plusDays(1)).again();
            return true;
        });
        assertThat(progress(false)).isEqualTo(new Progress(State.STOPPED, 0, Kind.RECALLS));
    }

    private Progress progress(boolean running) {
        return portfolio.in(c -> NightBook.progress(c, TestPortfolio.CLIENT, running));
    }

    @Test
    void aDebtWithoutADebtorIsToldOnceAndTheOthersAreWorked() {
        plan("AK-1001");
        portfolio.execute("delete from debt_party where debt_id = '" + portfolio.debt("AK-1001") + "'");

        for (Kind kind : Kind.values()) {
            night(PLACED.plusDays(15), kind);
        }
        portfolio.take(
                "date;amount;currency;reference;payer;returned\n2026-03-17;1,00;TRY;AK-1001;X;\n2026-03-17;1,00;TRY;AK-1002;X;\n"
                        + "TOTAL;2,00;;2;;\n",
                new PaymentTools(outreach, outreach, "bora", at(PLACED.plusDays(16))));
        for (Kind kind : Kind.values()) {
            night(PLACED.plusDays(18), kind);
        }

        assertThat(outreach.offered()).extracting(Offer::reference).contains("C-2");
        assertThat(portfolio.texts("select status from debt where reference = 'AK-1002'"))
                .containsExactly("RECALLED");
        assertThat(portfolio.number("select count(*) from debt_event where kind = 'NO_DEBTOR' and debt_id = '"
                        + portfolio.debt("AK-1001") + "'"))
                .isEqualTo(1);
        assertThat(portfolio.texts("select state from payment order by state")).containsExactly("POSTED", "UNMATCHED");
    }

    @Test
    void aLetterThatCouldNotBeWrittenIsToldAsSuch() {
        strategy("LETTER");

        night(PLACED, Kind.LEADS);

        assertThat(portfolio.texts("select distinct detail ->> 'unwritten' from debt_event where kind = 'STEP'"))
                .containsExactly("NO_WORDING_OR_ADDRESS");
    }

    @Test
    void aMessageThatTheLawHasNoWordsForIsToldAsSuch() {
        strategy("MESSAGE");
        portfolio.in(c -> {
            LetterBook.save(
                    c,
                    PortfolioBook.one(c, TestPortfolio.PORTFOLIO),
                    new Key("MESSAGE", "SMS", "tr"),
                    new Wording("Konu", "{disclosure}"),
                    "bora",
                    at(PLACED));
            return true;
        });
        portfolio.execute("update portfolio set country = 'DE' where client_id = 7");

        night(PLACED, Kind.LEADS);

        assertThat(portfolio.texts("select distinct detail ->> 'unwritten' from debt_event where kind = 'STEP'"))
                .containsExactly("NO_LAW_WORDS");
    }

    @Test
    void whatIsAgreedWaitsForMoneyThatIsBeingPosted() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection posting = portfolio.scoped(TestPortfolio.CLIENT)) {
            new TakeInPayments(
                            posting,
                            PortfolioBook.one(posting, TestPortfolio.PORTFOLIO),
                            new PaymentTools(outreach, outreach, "bora", at(PLACED)))
                    .take(
                            "p",
                            ("date;amount;currency;reference;payer;returned\n2026-03-02;400,00;TRY;AK-1001;X;\n"
                                            + "TOTAL;400,00;;1;;\n")
                                    .getBytes(StandardCharsets.UTF_8),
                            "x");

            Future<?> agreeing = other.submit(() -> {
                plan("AK-1001");
                return 1;
            });
            portfolio.awaitSomebodyWhoWaits();
            posting.commit();
            agreeing.get(20, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }

        assertThat(portfolio.number("select amount from arrangement")).isEqualTo(600_00);
    }

    private void plan(String reference) {
        portfolio.in(c -> new ArrangementBook(c, outreach, at(PLACED).plusSeconds(60))
                .offer(portfolio.file(reference), new Wish(null, 3, PLACED.plusDays(20)), AGENT));
    }

    private void strategy(String step) {
        portfolio.execute(
                """
                delete from collection_strategy where client_id = 7;
                insert into collection_strategy values (7, '%1$s', 1, 'PUBLISHED', '{"version": 1, "seed": 1, "challengerShare": 0,
                  "challenger": [], "champion": [{"name": "all", "daysFrom": 0, "daysUntil": 2147483647, "scoreFrom": 0,
                  "scoreBelow": 2, "balanceFrom": 0, "balanceBelow": 900000000000,
                  "actions": [{"step": "%2$s", "after": "P1D", "times": 20}]}]}', 'bora', now());
                """
                        .formatted(TestPortfolio.PORTFOLIO, step));
    }

    private void night(LocalDate day, Kind kind) {
        boolean more = true;
        while (more) {
            more = portfolio.in(c -> run(c, day).chunk(kind));
        }
    }

    private Night run(Connection c, LocalDate day) {
        return new Night(c, TestPortfolio.CLIENT, day, new NightTools(outreach, outreach, ZONE, at(day)));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(ZONE).toInstant();
    }
}
