package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.fairlead.campaign.LeadOffers.Offer;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.Hold;
import org.fairlead.collections.NightRuns.Kind;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.Night.NightTools;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.collections.control.PromiseBook.Word;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class NightTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Istanbul");
    private static final LocalDate PLACED = LocalDate.of(2026, 3, 2);

    private final TestPortfolio portfolio = new TestPortfolio().withCampaign();
    private final FakeOutreach outreach = new FakeOutreach();

    @BeforeEach
    void placeDebtsOfTwoPeople() {
        portfolio.execute(
                """
                update portfolio set yearly_rate = 0.36, day_count = 'ACT_360', clearing_days = 2;
                insert into fee_plan values (7, '%1$s', 1, '2020-01-01',
                  '[{"daysPastDue": 0, "legal": false, "way": "TRUST", "rate": 0.10}]');
                insert into collection_strategy values (7, '%1$s', 1, 'PUBLISHED', '{"version": 1, "seed": 1, "challengerShare": 0,
                  "challenger": [], "champion": [{"name": "all", "daysFrom": 0, "daysUntil": 2147483647, "scoreFrom": 0,
                  "scoreBelow": 2, "balanceFrom": 0, "balanceBelow": 900000000000,
                  "actions": [{"step": "CALL", "after": "P3D", "times": 2}]}]}', 'bora', now());
                """
                        .formatted(TestPortfolio.PORTFOLIO));
        portfolio.place(
                """
                reference;customer_id;name;phone;principal;past_due_since
                AK-1001;C-1;Ayşe Yıldız;0532 123 01 11;1000,00;2026-01-15
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
    void onePersonIsOneLeadForTheLargestDebtAndIsNotOfferedAgainTooSoon() {
        night(PLACED, Kind.LEADS);
        night(PLACED.plusDays(2), Kind.LEADS);

        assertThat(outreach.offered()).extracting(Offer::reference).containsExactlyInAnyOrder("C-1", "C-2");
        assertThat(outreach.offered())
                .filteredOn(offer -> offer.reference().equals("C-1"))
                .extracting(offer -> offer.fields().get("debt"))
                .containsExactly(portfolio.debt("AK-1002").toString());

        night(PLACED.plusDays(3), Kind.LEADS);
        night(PLACED.plusDays(6), Kind.LEADS);

        // the strategy calls twice; a call is about all of the person's debts
        assertThat(outreach.offered())
                .filteredOn(offer -> offer.reference().equals("C-1"))
                .hasSize(2);
    }

    @Test
    void neitherAHoldNorAPromiseThatStandsMakesALead() {
        portfolio.in(c -> new HoldBook(c, outreach, at(PLACED))
                .place(portfolio.file("AK-1003"), Hold.DISPUTE, "disputes", "deniz"));
        portfolio.in(c -> new PromiseBook(c, outreach, at(PLACED))
                .make(portfolio.file("AK-1002"), new Word(lira(100_00), PLACED.plusDays(3), null, "deniz")));

        night(PLACED, Kind.LEADS);

        assertThat(outreach.offered())
                .extracting(offer -> offer.fields().get("debt"))
                .containsExactly(portfolio.debt("AK-1001").toString());
        assertThat(outreach.standing()).extracting(stop -> stop.kind()).containsExactlyInAnyOrder("dispute", "promise");
    }

    @Test
    void whatNobodyDialsStaysToBeDone() {
        portfolio.execute("update portfolio set campaign_id = null");

        night(PLACED, Kind.LEADS);
        night(PLACED.plusDays(3), Kind.LEADS);
        night(PLACED.plusDays(6), Kind.LEADS);

        assertThat(portfolio.number("select count(*) from debt_event where kind = 'STEP'"))
                .isZero();
    }

    @Test
    void aNumberThatIsNotToBeCalledGivesWayToTheOthersOfThePerson() {
        secondNumber();
        List<String> numbers = portfolio.texts(
                "select value from contact_point where kind = 'PHONE' and value like '%12' order by contact_point_id");
        lead(numbers.get(0), "DO_NOT_CALL", "DENIED");

        night(PLACED, Kind.LEADS);

        assertThat(numberOfC2()).isEqualTo(numbers.get(1));
    }

    @Test
    void aNumberThatWasDeniedForGoodIsTriedWhenThereIsNoOther() {
        secondNumber();
        List<String> numbers = portfolio.texts(
                "select value from contact_point where kind = 'PHONE' and value like '%12' order by contact_point_id");
        lead(numbers.get(0), "EXHAUSTED", "DENIED");

        night(PLACED, Kind.LEADS);

        assertThat(numberOfC2()).isEqualTo(numbers.get(1));
    }

    private void secondNumber() {
        portfolio.execute(
                """
                update contact_point set value = '+905321230112' where value = '+905321230113';
                insert into contact_point (client_id, contact_point_id, customer_id, kind, value)
                select client_id, 'ffffffff-0000-7000-8000-000000000001', customer_id, 'PHONE', '+905321230212'
                from contact_point where value = '+905321230112';
                """);
    }

    private void lead(String number, String state, String outcome) {
        portfolio.execute(
                """
                insert into lead_list (client_id, list_id, campaign_id, name, uploaded_by, uploaded_at, state, all_or_none)
                  values (7, '%1$s', '%1$s', 'old', '%1$s', now(), 'LOADED', false);
                insert into lead (client_id, lead_id, campaign_id, list_id, number, name, country, time_zones, reference, state,
                  last_outcome) values (7, '%1$s', '%1$s', '%1$s', '%2$s', 'Can Su', 'TR', '{Europe/Istanbul}', 'C-2', '%3$s',
                  '%4$s');
                """
                        .formatted(TestPortfolio.PORTFOLIO, number, state, outcome));
    }

    private String numberOfC2() {
        return outreach.offered().stream()
                .filter(offer -> offer.reference().equals("C-2"))
                .map(Offer::number)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDebtThatIsBeingPaidIsWaitedForAndNotOffered() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection posting = portfolio.scoped(TestPortfolio.CLIENT)) {
            new TakeInPayments(
                            posting,
                            PortfolioBook.one(posting, TestPortfolio.PORTFOLIO),
                            new PaymentTools(outreach, outreach, "bora", at(PLACED)))
                    .take("p", paidInFull("AK-1003", "300,00"), "x");

            Future<?> night = other.submit(() -> {
                night(PLACED, Kind.LEADS);
                return 1;
            });
            portfolio.awaitSomebodyWhoWaits();
            posting.commit();
            night.get(20, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }

        assertThat(outreach.offered()).extracting(Offer::reference).containsExactly("C-1");
    }

    private static byte[] paidInFull(String reference, String amount) {
        return ("date;amount;currency;reference;payer;returned\n%s;%s;TRY;%s;X;\nTOTAL;%s;;1;;\n"
                        .formatted(PLACED, amount, reference, amount))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whoPaidADebtIsNotCalledAboutItEvenWhenThereIsAnother() {
        pay("AK-1002", 3_000_00, PLACED);

        assertThat(outreach.withdrawn()).containsExactly(portfolio.debt("AK-1002"));
    }

    @Test
    void aHoldThatIsReleasedNoLongerStopsAnybody() {
        portfolio.in(c ->
                new HoldBook(c, outreach, at(PLACED)).place(portfolio.file("AK-1003"), Hold.CEASE, "asked", "deniz"));
        assertThat(outreach.standing()).singleElement().satisfies(stop -> assertThat(stop.debt())
                .isNull());

        portfolio.in(c -> {
            new HoldBook(c, outreach, at(PLACED))
                    .release(TestPortfolio.CLIENT, portfolio.debt("AK-1003"), Hold.CEASE, "may be called", "clara");
            return 1;
        });

        assertThat(outreach.standing()).isEmpty();
        night(PLACED, Kind.LEADS);
        assertThat(outreach.offered()).extracting(Offer::reference).contains("C-2");
    }

    @Test
    void interestIsBookedOnceHoweverOftenTheNightRunsAndFollowsThePrincipal() {
        night(PLACED.plusDays(10), Kind.INTEREST);
        again(PLACED.plusDays(10));
        night(PLACED.plusDays(10), Kind.INTEREST);

        // 1000.00 x 0.36 x 10 / 360
        assertThat(interest("AK-1001")).isEqualTo(10_00);

        pay("AK-1001", 510_00, PLACED.plusDays(5));
        night(PLACED.plusDays(20), Kind.INTEREST);

        // interest is paid first: 10.00, and 500.00 of the principal by value of day 5;
        // 5 days of 1000.00 and 15 of 500.00 make 12.50, of which 10.00 were booked
        assertThat(interest("AK-1001")).isEqualTo(2_50);
        assertThat(portfolio.<List<UUID>>in(c -> new DebtLedger(c, TestPortfolio.CLIENT).outOfStep()))
                .isEmpty();
    }

    @Test
    void aRunThatWasCutOffGoesOnBehindItsLastDebt() {
        boolean more = portfolio.in(c -> run(c, PLACED.plusDays(10)).chunk(Kind.INTEREST));
        boolean finished = portfolio.in(c -> run(c, PLACED.plusDays(10)).chunk(Kind.INTEREST));

        assertThat(more).isTrue();
        assertThat(finished).isFalse();
        assertThat(portfolio.<Boolean>in(c -> run(c, PLACED.plusDays(10)).chunk(Kind.INTEREST)))
                .isFalse();
    }

    @Test
    void theNightWaitsForAFileThatHasDebtsInAnotherOrderUnderLock() throws Exception {
        UUID early = portfolio.debt("AK-1001");
        UUID late = portfolio.debt("AK-1003");
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection posting = portfolio.scoped(TestPortfolio.CLIENT)) {
            PortfolioBook.lock(posting, PortfolioBook.one(posting, TestPortfolio.PORTFOLIO));
            new DebtLedger(posting, TestPortfolio.CLIENT).lock(late);

            Future<?> night = other.submit(() -> night(PLACED.plusDays(10), Kind.INTEREST));
            portfolio.awaitSomebodyWhoWaits();
            new DebtLedger(posting, TestPortfolio.CLIENT).lock(early);
            posting.commit();
            night.get(20, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }

        assertThat(interest("AK-1001")).isEqualTo(10_00);
    }

    @Test
    void onlyClearedMoneyIsPaidOverAndEachPaymentOnce() {
        pay("AK-1001", 400_00, PLACED);
        pay("AK-1002", 600_00, PLACED.plusDays(3));

        UUID first = payOver(PLACED.plusDays(3));

        assertThat(portfolio.<Long>in(c -> paid(c, first))).isEqualTo(360_00);
        assertThatThrownBy(() -> payOver(PLACED.plusDays(4)))
                .isInstanceOf(Refused.class)
                .hasMessage("remittance.nothing");
        UUID second = payOver(PLACED.plusDays(5));
        assertThat(portfolio.<Long>in(c -> paid(c, second))).isEqualTo(540_00);
        assertThat(trust()).isZero();
        assertThatThrownBy(() -> payOver(PLACED.plusDays(5))).hasMessage("remittance.day");
    }

    @Test
    void moneyThatComesBackAfterItWasPaidOverIsTakenOffTheNext() {
        pay("AK-1001", 400_00, PLACED);
        payOver(PLACED.plusDays(3));
        take("2026-03-06;-400,00;TRY;AK-1001;X;AC04\n", "-400,00", PLACED.plusDays(4));
        pay("AK-1002", 1_000_00, PLACED.plusDays(4));

        UUID next = payOver(PLACED.plusDays(6));

        // 1000.00 less 400.00 advanced less the fee of 100.00 with 40.00 given back
        assertThat(portfolio.<Long>in(c -> paid(c, next))).isEqualTo(540_00);
        assertThat(trust()).isZero();
    }

    private void pay(String reference, long minor, LocalDate day) {
        String amount = "%d,%02d".formatted(minor / 100, minor % 100);
        take("%s;%s;TRY;%s;X;\n".formatted(day, amount, reference), amount, day);
    }

    private void take(String row, String total, LocalDate day) {
        String file = "date;amount;currency;reference;payer;returned\n" + row + "TOTAL;" + total + ";;1;;\n";
        portfolio.take(file, new PaymentTools(outreach, outreach, "bora", at(day)));
    }

    private UUID payOver(LocalDate until) {
        return portfolio.in(
                c -> new PayOver(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), "bora", at(PLACED.plusDays(30)))
                        .until(until));
    }

    private static long paid(Connection c, UUID remittance) {
        return Sql.one(c, row -> row.getLong(1), "select paid from remittance where remittance_id = ?", remittance)
                .orElseThrow();
    }

    private long trust() {
        return portfolio.in(c -> new TrustAccount(c, TestPortfolio.CLIENT, TestPortfolio.PORTFOLIO, "TRY")
                .book()
                .balance()
                .minor());
    }

    private long interest(String reference) {
        return portfolio.in(c -> Sql.one(
                        c,
                        row -> row.getLong(1),
                        "select interest from debt where debt_id = ?",
                        portfolio.debt(reference))
                .orElseThrow());
    }

    private void night(LocalDate day, Kind kind) {
        boolean more = true;
        while (more) {
            more = portfolio.in(c -> run(c, day).chunk(kind));
        }
    }

    private void again(LocalDate day) {
        portfolio.in(c -> {
            run(c, day).again();
            return 1;
        });
    }

    private Night run(Connection c, LocalDate day) {
        return new Night(c, TestPortfolio.CLIENT, day, new NightTools(outreach, outreach, ZONE, at(day)));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(ZONE).toInstant();
    }

    private static Money lira(long minor) {
        return new Money(minor, "TRY");
    }
}
