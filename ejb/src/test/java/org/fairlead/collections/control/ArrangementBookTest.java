package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.campaign.LeadOffers.Offer;
import org.fairlead.collections.Arrangements.View;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.Hold;
import org.fairlead.collections.NightRuns.Kind;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.ArrangementBook.Author;
import org.fairlead.collections.control.ArrangementBook.Wish;
import org.fairlead.collections.control.Night.NightTools;
import org.fairlead.collections.control.PlaceDebts.Handed;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.collections.control.PromiseBook.Word;
import org.fairlead.shared.Money;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class ArrangementBookTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Istanbul");
    private static final LocalDate PLACED = LocalDate.of(2026, 3, 2);
    private static final String DEBT = "AK-100241";
    private static final Author AGENT = new Author("deniz", "agent", null);
    private static final Author SUPERVISOR = new Author("sena", "supervisor", null);

    private final TestPortfolio portfolio = new TestPortfolio().withCampaign();
    private final FakeOutreach outreach = new FakeOutreach();

    @BeforeEach
    void placeADebt() {
        portfolio.execute(
                """
                update portfolio set yearly_rate = 0.36, day_count = 'ACT_360', grace_days = 2;
                insert into plan_limit values (7, '%1$s', 'agent', 6, 0), (7, '%1$s', 'supervisor', 12, 0);
                insert into settlement_floor values (7, '%1$s', 'agent', 0, 0, 0.9), (7, '%1$s', 'supervisor', 0, 0, 0.7);
                insert into collection_strategy values (7, '%1$s', 1, 'PUBLISHED', '{"version": 1, "seed": 1, "challengerShare": 0,
                  "challenger": [], "champion": [{"name": "all", "daysFrom": 0, "daysUntil": 2147483647, "scoreFrom": 0,
                  "scoreBelow": 2, "balanceFrom": 0, "balanceBelow": 900000000000,
                  "actions": [{"step": "CALL", "after": "P1D", "times": 20}]}]}', 'bora', now());
                """
                        .formatted(TestPortfolio.PORTFOLIO));
        String file = "reference;customer_id;name;phone;principal;past_due_since\n"
                + "AK-100241;C-1;Ayşe Yıldız;0532 123 01 11;1000,00;2026-01-15\n";
        in(c -> new PlaceDebts(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), at(PLACED))
                .place(new Handed(
                        "a.csv",
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        "h",
                        Map.of(),
                        false,
                        TestPortfolio.PORTFOLIO,
                        "bora")));
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void aPlanWithinTheAgentsAuthorityStandsAndNobodyIsDialledMeanwhile() {
        promise(100_00);

        boolean stands = offer(plan(4, PLACED.plusDays(10)), AGENT, PLACED);

        assertThat(stands).isTrue();
        assertThat(status()).isEqualTo("PLAN");
        assertThat(promises()).containsExactly("REPLACED");
        assertThat(outreach.standing()).extracting(stop -> stop.kind()).containsExactly("plan");
        night(PLACED.plusDays(1), Kind.LEADS);
        assertThat(outreach.offered()).isEmpty();
    }

    @Test
    void whileItStandsNoInterestIsBookedAndWhatRanBeforeIs() {
        // 1000.00 x 0.36 x 10 / 360
        offer(plan(2, PLACED.plusDays(20)), AGENT, PLACED.plusDays(10));
        assertThat(owed()).isEqualTo(1_010_00);

        night(PLACED.plusDays(19), Kind.INTEREST);

        assertThat(owed()).isEqualTo(1_010_00);
        assertThat(lines()).containsExactly(505_00L, 505_00L);
    }

    @Test
    void aPlanIsDoneWhenAllIsPaidAndTheDebtIsPaid() {
        offer(plan(2, PLACED.plusDays(10)), AGENT, PLACED);

        pay(500_00, PLACED.plusDays(10), "a");
        assertThat(state()).isEqualTo("STANDING");
        pay(500_00, PLACED.plusMonths(1), "b");

        assertThat(state()).isEqualTo("DONE");
        assertThat(status()).isEqualTo("PAID");
        assertThat(outreach.standing()).isEmpty();
        assertThat(outreach.withdrawn()).hasSize(1);
        assertBooksBalance();
    }

    @Test
    void aMissedInstalmentEndsItAndTheNextNightsStrategyCalls() {
        offer(plan(2, PLACED.plusDays(10)), AGENT, PLACED);

        night(PLACED.plusDays(12), Kind.PROMISES);
        assertThat(state()).isEqualTo("STANDING");
        night(PLACED.plusDays(13), Kind.PROMISES);
        night(PLACED.plusDays(13), Kind.LEADS);

        assertThat(state()).isEqualTo("DEFAULTED");
        assertThat(status()).isEqualTo("WORKING");
        assertThat(outreach.standing()).isEmpty();
        assertThat(outreach.offered()).extracting(Offer::reference).containsExactly("C-1");

        // money of the right day that is posted late heals it
        pay(500_00, PLACED.plusDays(12), "late");
        assertThat(state()).isEqualTo("STANDING");
        assertThat(status()).isEqualTo("PLAN");
    }

    @Test
    void aPlansOwnInterestIsChargedWhenEachPeriodBegins() {
        portfolio.execute("update portfolio set plan_rate = 0.12, yearly_rate = 0");
        offer(plan(3, PLACED.plusMonths(1)), AGENT, PLACED);

        // 1 % of 1000.00 a month; the instalment is 340.02
        assertThat(owed()).isEqualTo(1_010_00);
        pay(340_02, PLACED.plusMonths(1), "a");
        night(PLACED.plusMonths(1).plusDays(1), Kind.PROMISES);
        night(PLACED.plusMonths(1).plusDays(2), Kind.PROMISES);

        // 1 % of 669.98
        assertThat(owed()).isEqualTo(669_98 + 6_69);
        pay(340_02, PLACED.plusMonths(2), "b");
        night(PLACED.plusMonths(2).plusDays(1), Kind.PROMISES);
        pay(owed(), PLACED.plusMonths(3), "c");

        assertThat(state()).isEqualTo("DONE");
        assertThat(status()).isEqualTo("PAID");
        assertBooksBalance();
    }

    @Test
    void aSettlementBelowTheFloorWaitsForASecondPersonWhoMayGoLower() {
        boolean stands = offer(settlement(750_00), AGENT, PLACED);
        UUID id = arrangement();

        assertThat(stands).isFalse();
        assertThat(status()).isEqualTo("WORKING");
        assertThat(outreach.standing()).isEmpty();
        assertThat(this.<List<View>>in(c -> ArrangementList.waiting(c, "deniz")))
                .singleElement()
                .satisfies(view -> assertThat(view.mine()).isTrue());
        assertThatThrownBy(() -> approve(id, new Author("deniz", "supervisor", null)))
                .hasMessage("arrangement.four-eyes");
        assertThatThrownBy(() -> approve(id, new Author("olga", "agent", null))).hasMessage("arrangement.authority");
        assertThatThrownBy(() -> offer(plan(2, PLACED.plusDays(3)), AGENT, PLACED))
                .hasMessage("arrangement.stands");

        approve(id, SUPERVISOR);

        assertThat(status()).isEqualTo("SETTLEMENT");
        assertThatThrownBy(() -> approve(id, SUPERVISOR)).hasMessage("arrangement.not-waiting");
    }

    @Test
    void aSettlementThatIsPaidGivesUpTheRestAndAReturnedPaymentRestoresIt() {
        offer(settlement(900_00), AGENT, PLACED);

        pay(900_00, PLACED.plusDays(5), "a");
        assertThat(status()).isEqualTo("SETTLED");
        assertThat(owed()).isZero();
        assertThat(outreach.withdrawn()).hasSize(1);

        take("2026-03-08;-900,00;TRY;AK-100241;X;AC04;r1\n", "-900,00", PLACED.plusDays(30));

        assertThat(owed()).isEqualTo(1_000_00);
        assertThat(state()).isEqualTo("DEFAULTED");
        assertThat(status()).isEqualTo("WORKING");
        assertBooksBalance();
    }

    @Test
    void aSettlementThatIsNotPaidLeavesTheOriginalLessWhatWasPaid() {
        offer(new Wish(lira(900_00), 2, PLACED.plusDays(10)), AGENT, PLACED);
        pay(450_00, PLACED.plusDays(10), "a");

        night(PLACED.plusDays(10).plusMonths(1).plusDays(3), Kind.PROMISES);

        assertThat(state()).isEqualTo("DEFAULTED");
        assertThat(owed()).isEqualTo(550_00);
        assertThat(status()).isEqualTo("WORKING");
    }

    @Test
    void moneyThatCameBeforeTheAgreementDoesNotPayIt() {
        take("%s;500,00;TRY;AK-100241;a;;\n".formatted(PLACED), "500,00", PLACED);
        in(c -> new ArrangementBook(c, outreach, at(PLACED).plusSeconds(3_600))
                .offer(debt(c), settlement(460_00), AGENT));

        night(PLACED.plusDays(1), Kind.PROMISES);

        assertThat(state()).isEqualTo("STANDING");
        assertThat(owed()).isEqualTo(500_00);
        assertThat(this.<List<View>>in(c -> ArrangementList.standing(c, "deniz", 0, 5)))
                .singleElement()
                .satisfies(view -> assertThat(view.paid()).isZero());
        pay(460_00, PLACED.plusDays(2), "b");
        assertThat(status()).isEqualTo("SETTLED");
    }

    @Test
    void anOfferThatIsRefusedCostsTheClientNoInterest() {
        offer(settlement(750_00), AGENT, PLACED);
        in(c -> new ArrangementBook(c, outreach, at(PLACED.plusDays(3))).refuse(arrangement(c), "too low", SUPERVISOR));

        night(PLACED.plusDays(10), Kind.INTEREST);

        // 1000.00 x 0.36 x 10 / 360
        assertThat(owed()).isEqualTo(1_010_00);
    }

    @Test
    void whatWasRefusedOrTakenBackNoLongerBindsAnybody() {
        offer(settlement(750_00), AGENT, PLACED);
        in(c -> new ArrangementBook(c, outreach, at(PLACED)).refuse(arrangement(c), "too low", SUPERVISOR));
        assertThat(state()).isEqualTo("REFUSED");

        offer(plan(2, PLACED.plusDays(3)), AGENT, PLACED.plusDays(1));
        in(c -> new ArrangementBook(c, outreach, at(PLACED.plusDays(1)))
                .takeBack(arrangement(c), "asked for it", SUPERVISOR));

        assertThat(state()).isEqualTo("REPLACED");
        assertThat(status()).isEqualTo("WORKING");
        assertThat(outreach.standing()).isEmpty();
    }

    @Test
    void neitherAHoldNorBadWordsMakeAnArrangement() {
        assertThatThrownBy(() -> offer(settlement(1_000_00), AGENT, PLACED)).hasMessage("arrangement.amount");
        assertThatThrownBy(() -> offer(plan(0, PLACED), AGENT, PLACED)).hasMessage("plan.count");
        assertThatThrownBy(() -> offer(plan(2, PLACED.minusDays(1)), AGENT, PLACED))
                .hasMessage("arrangement.due");
        assertThatThrownBy(() -> offer(plan(2, PLACED.plusDays(46)), AGENT, PLACED))
                .hasMessage("arrangement.due");
        in(c -> new HoldBook(c, outreach, at(PLACED)).place(debt(c), Hold.DISPUTE, "disputes", "deniz"));
        assertThatThrownBy(() -> offer(plan(2, PLACED.plusDays(3)), AGENT, PLACED))
                .hasMessage("arrangement.hold");
    }

    @Test
    void anotherClientFindsNothing() throws SQLException {
        offer(settlement(750_00), AGENT, PLACED);
        UUID id = arrangement();

        try (Connection c = portfolio.scoped(TestPortfolio.STRANGER)) {
            assertThat(ArrangementList.waiting(c, "sena")).isEmpty();
            assertThatThrownBy(() -> ArrangementList.instalments(c, id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> new ArrangementBook(c, outreach, at(PLACED)).approve(id, SUPERVISOR))
                    .isInstanceOf(NotFound.class);
        }
    }

    private static Wish plan(int instalments, LocalDate first) {
        return new Wish(null, instalments, first);
    }

    private static Wish settlement(long minor) {
        return new Wish(lira(minor), 1, PLACED.plusDays(5));
    }

    private boolean offer(Wish wish, Author by, LocalDate day) {
        return in(c -> new ArrangementBook(c, outreach, at(day)).offer(debt(c), wish, by));
    }

    private void approve(UUID id, Author by) {
        in(c -> new ArrangementBook(c, outreach, at(PLACED)).approve(id, by));
    }

    private void promise(long minor) {
        in(c -> new PromiseBook(c, outreach, at(PLACED))
                .make(debt(c), new Word(lira(minor), PLACED.plusDays(3), null, "deniz")));
    }

    private void pay(long minor, LocalDate day, String payer) {
        String amount = "%d,%02d".formatted(minor / 100, minor % 100);
        take("%s;%s;TRY;AK-100241;%s;;\n".formatted(day, amount, payer), amount, day.plusDays(1));
    }

    private void take(String row, String total, LocalDate day) {
        String file = "date;amount;currency;reference;payer;returned;key\n" + row + "TOTAL;" + total + ";;1;;;\n";
        in(c -> new TakeInPayments(
                        c,
                        PortfolioBook.one(c, TestPortfolio.PORTFOLIO),
                        new PaymentTools(outreach, outreach, "bora", at(day)))
                .take("p", file.getBytes(StandardCharsets.UTF_8), "x"));
    }

    private void night(LocalDate day, Kind kind) {
        boolean more = true;
        while (more) {
            more = in(c -> new Night(c, TestPortfolio.CLIENT, day, new NightTools(outreach, outreach, ZONE, at(day)))
                    .chunk(kind));
        }
    }

    private String status() {
        return in(c -> debt(c).status().name());
    }

    private long owed() {
        return in(c -> debt(c).owed().minor());
    }

    private String state() {
        return in(c -> new ArrangementStore(c)
                .last(TestPortfolio.CLIENT, debt(c).debtId())
                .orElseThrow()
                .state());
    }

    private UUID arrangement() {
        return in(ArrangementBookTest::arrangement);
    }

    private static UUID arrangement(Connection c) {
        return new ArrangementStore(c)
                .last(TestPortfolio.CLIENT, debt(c).debtId())
                .orElseThrow()
                .id();
    }

    private List<Long> lines() {
        return in(c -> Sql.list(c, row -> row.getLong(1), "select amount from arrangement_line order by line"));
    }

    private List<String> promises() {
        return in(c -> Sql.list(c, row -> row.getString(1), "select state from promise order by promise_id"));
    }

    private void assertBooksBalance() {
        assertThat(this.<List<UUID>>in(c -> new DebtLedger(c, TestPortfolio.CLIENT).outOfStep()))
                .isEmpty();
    }

    private static DebtFile debt(Connection c) {
        return DebtFile.one(
                c,
                TestPortfolio.CLIENT,
                Sql.one(c, row -> row.getObject(1, UUID.class), "select debt_id from debt where reference = ?", DEBT)
                        .orElseThrow());
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(ZONE).toInstant();
    }

    private static Money lira(long minor) {
        return new Money(minor, "TRY");
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
