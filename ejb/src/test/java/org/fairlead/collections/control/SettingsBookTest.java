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
import java.util.UUID;
import org.fairlead.collections.DirectPayments.Direct;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.PortfolioSettings.FeeVersion;
import org.fairlead.collections.PortfolioSettings.Settings;
import org.fairlead.collections.PortfolioSettings.Tier;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A portfolio's terms and fees, and money that goes past the trust. */
@Tag("database")
class SettingsBookTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Istanbul");
    private static final LocalDate PLACED = LocalDate.of(2026, 3, 2);

    private final TestPortfolio portfolio = new TestPortfolio();
    private final FakeOutreach outreach = new FakeOutreach();

    @BeforeEach
    void placeDebts() {
        portfolio.execute("delete from debt where client_id = 7");
        portfolio.place(
                """
                reference;customer_id;name;phone;principal;past_due_since;interest_from
                AK-1001;C-1;Ayşe Yıldız;0532 123 01 11;1000,00;2026-02-20;2026-02-20
                AK-1002;C-2;Can Su;0532 123 01 13;500,00;2026-01-01;
                """,
                at(PLACED));
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void termsAreKeptAndWhatIsNoneIsRefusedByItsField() {
        Settings before = settings();
        Settings wanted = with(before, before.yearlyPercent(), 5, "97.5", "COMBINED");

        save(wanted);

        assertThat(settings()).isEqualTo(wanted);
        assertThatThrownBy(() -> save(with(before, before.yearlyPercent(), 31, "97.5", "NET")))
                .hasMessage("portfolio.grace");
        assertThatThrownBy(() -> save(with(before, before.yearlyPercent(), 3, "0", "NET")))
                .hasMessage("portfolio.tolerance");
        assertThatThrownBy(() -> save(with(before, before.yearlyPercent(), 3, "100", "BARTER")))
                .hasMessage("portfolio.mode");
        // interest runs on a debt: it is worked out from its first day
        assertThatThrownBy(() -> save(with(before, new BigDecimal("12"), 3, "100", "NET")))
                .hasMessage("portfolio.interest");
        portfolio.execute("update debt set interest_from = null");
        save(with(before, new BigDecimal("12.5"), 3, "100", "NET"));
        assertThat(settings().yearlyPercent()).isEqualByComparingTo("12.5");
    }

    @Test
    void aNewPortfolioIsOfAProgrammeOfCollectionsAndHasACodeOfItsOwn() {
        UUID made = create("loans", "EUR", "IT", TestPortfolio.PORTFOLIO);

        assertThat(portfolio.texts("select code || ' ' || currency from portfolio where portfolio_id = '" + made + "'"))
                .containsExactly("loans EUR");
        assertThatThrownBy(() -> create("loans", "EUR", "IT", TestPortfolio.PORTFOLIO))
                .hasMessage("portfolio.twice");
        assertThatThrownBy(() -> create("Loans!", "EUR", "IT", TestPortfolio.PORTFOLIO))
                .hasMessage("portfolio.code");
        assertThatThrownBy(() -> create("more", "XXZ", "IT", TestPortfolio.PORTFOLIO))
                .hasMessage("portfolio.currency");
        assertThatThrownBy(() -> create("more", "EUR", "QQ", TestPortfolio.PORTFOLIO))
                .hasMessage("portfolio.country");
        assertThatThrownBy(() -> create("more", "EUR", "IT", UUID.randomUUID())).hasMessage("portfolio.program");
    }

    @Test
    void aPaymentEarnsByTheVersionOfItsDay() {
        add(PLACED, tier(0, false, "10"), tier(60, false, "20"));
        add(PLACED.plusDays(5), tier(0, false, "30"));

        pay("AK-1001", PLACED.plusDays(1));
        pay("AK-1002", PLACED.plusDays(1));
        pay("AK-1001", PLACED.plusDays(5));

        assertThat(portfolio.texts("select fee || ' ' || fee_version from payment order by value_date, fee"))
                .containsExactly("1000 1", "2000 1", "3000 2");
        assertThat(versions(PLACED.plusDays(5)))
                .extracting(one -> one.version() + " " + one.inForce())
                .containsExactly("2 true", "1 false");
        assertThatThrownBy(() -> add(PLACED.minusDays(1), tier(0, false, "1"))).hasMessage("fee.day");
        assertThatThrownBy(() -> add(PLACED)).hasMessage("fee.empty");
        assertThatThrownBy(() -> add(PLACED, tier(0, false, "101"))).hasMessage("fee.rate");
        assertThatThrownBy(() -> add(PLACED, tier(-1, false, "1"))).hasMessage("fee.tier");
        assertThatThrownBy(() -> add(PLACED, tier(0, true, "1"), tier(0, true, "2")))
                .hasMessage("fee.twice");
    }

    @Test
    void moneyPaidToTheClientLowersTheDebtAndEarnsItsOwnFeeAndTheTrustKnowsNothingOfIt() {
        add(PLACED, tier(0, false, "10"), tier(0, true, "5"));

        direct("AK-1001", "200,00", PLACED, "B-1");

        assertThat(portfolio.number("select principal from debt where reference = 'AK-1001'"))
                .isEqualTo(800_00);
        assertThat(portfolio.texts("select way || ' ' || state || ' ' || fee from payment"))
                .containsExactly("DIRECT POSTED 1000");
        assertThat(portfolio.number("select count(*) from trust_line")).isZero();
        UUID remittance = portfolio.in(
                c -> new PayOver(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), "bora", at(PLACED.plusDays(3)))
                        .until(PLACED));
        assertThat(portfolio.texts(
                        "select paid || ' ' || invoiced from remittance where remittance_id = '" + remittance + "'"))
                .containsExactly("0 1000");
        assertThatThrownBy(() -> direct("AK-1001", "1,00", PLACED, "B-1")).hasMessage("direct.known");
        assertThatThrownBy(() -> direct("AK-1001", "900,00", PLACED, "B-2")).hasMessage("direct.amount");
        assertThatThrownBy(() -> direct("AK-1001", "1,00", PLACED.plusDays(9), "B-3"))
                .hasMessage("direct.day");
        assertThatThrownBy(() -> direct("AK-9999", "1,00", PLACED, "B-4")).hasMessage("strategy.debt");
        assertThatThrownBy(() -> direct("AK-1001", "1,00", PLACED, " ")).hasMessage("direct.key");
    }

    @Test
    void aDirectPaymentThatWasRecordedByMistakeIsTakenBackOnceWithItsFee() {
        add(PLACED, tier(0, true, "5"));
        direct("AK-1001", "1000,00", PLACED, "B-1");
        assertThat(portfolio.texts("select status from debt where reference = 'AK-1001'"))
                .containsExactly("PAID");
        remit(PLACED);
        UUID payment = recorded().get(0).paymentId();

        assertThatThrownBy(() -> takeBack(payment, " ")).hasMessage("direct.why");
        takeBack(payment, "another debtor's");

        assertThat(portfolio.texts("select status || ' ' || principal from debt where reference = 'AK-1001'"))
                .containsExactly("WORKING 100000");
        assertThat(portfolio.number("select count(*) from trust_line")).isZero();
        assertThat(portfolio.<List<UUID>>in(c -> new DebtLedger(c, TestPortfolio.CLIENT).outOfStep()))
                .isEmpty();
        assertThatThrownBy(() -> takeBack(payment, "again")).hasMessage("direct.none");
        // the client's number is free for the right one
        direct("AK-1002", "500,00", PLACED, "B-1");
        assertThat(recorded()).singleElement().satisfies(one -> {
            assertThat(one.reference()).isEqualTo("AK-1002");
            assertThat(one.key()).isEqualTo("B-1");
        });
        remit(PLACED.plusDays(3));
        assertThat(portfolio.texts("select invoiced from remittance order by until"))
                .containsExactly("5000", "-2500");
    }

    @Test
    void nobodyTakesBackAPaymentOfTheTrustsOrOfAnotherClient() throws SQLException {
        pay("AK-1001", PLACED);
        UUID trusted = UUID.fromString(
                portfolio.texts("select payment_id from payment").get(0));
        assertThatThrownBy(() -> takeBack(trusted, "no")).hasMessage("direct.none");
        direct("AK-1001", "200,00", PLACED, "B-1");
        UUID payment = recorded().get(0).paymentId();
        var foreign = portfolio.in(c -> PortfolioBook.one(c, TestPortfolio.PORTFOLIO));

        try (Connection c = portfolio.scoped(TestPortfolio.STRANGER)) {
            PaymentTools tools = new PaymentTools(outreach, outreach, "bora", at(PLACED));
            assertThatThrownBy(() -> new RecordDirect(c, foreign, tools).takeBack(payment, "mine"))
                    .hasMessage("direct.none");
            assertThat(PaymentBook.direct(c, foreign)).isEmpty();
        }
        assertThat(recorded()).hasSize(1);
    }

    private List<Direct> recorded() {
        return portfolio.in(c -> PaymentBook.direct(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO)));
    }

    private void takeBack(UUID payment, String why) {
        portfolio.in(c -> {
            PaymentTools tools = new PaymentTools(outreach, outreach, "bora", at(PLACED.plusDays(2)));
            new RecordDirect(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), tools).takeBack(payment, why);
            return why;
        });
    }

    private void remit(LocalDate until) {
        portfolio.in(c -> new PayOver(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), "bora", at(until.plusDays(1)))
                .until(until));
    }

    @Test
    void aBanksReturnNeverTakesBackWhatWasPaidToTheClient() {
        direct("AK-1001", "200,00", PLACED, "B-1");

        take("2026-03-03;-200,00;TRY;AK-1001;X;AC04\n", "-200,00", PLACED.plusDays(2));

        assertThat(portfolio.texts("select way || ' ' || state from payment order by way"))
                .containsExactly("DIRECT POSTED", "TRUST UNMATCHED");
        assertThat(portfolio.number("select principal from debt where reference = 'AK-1001'"))
                .isEqualTo(800_00);
    }

    @Test
    void anotherClientChangesNothing() throws SQLException {
        var foreign = portfolio.in(c -> PortfolioBook.one(c, TestPortfolio.PORTFOLIO));
        try (Connection c = portfolio.scoped(TestPortfolio.STRANGER)) {
            assertThatThrownBy(() -> PortfolioBook.one(c, TestPortfolio.PORTFOLIO))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> new FeeBook(c, foreign, at(PLACED))).isInstanceOf(NotFound.class);
            assertThat(Sql.number(c, "select count(*) from fee_plan")).isZero();
        }
    }

    private static Settings with(Settings kept, BigDecimal yearly, int grace, String tolerance, String mode) {
        return new Settings(
                kept.client(),
                kept.code(),
                "Cards",
                kept.currency(),
                kept.country(),
                null,
                yearly,
                kept.dayCount(),
                kept.planPercent(),
                grace,
                new BigDecimal(tolerance),
                30,
                1,
                2,
                mode,
                List.of("PRINCIPAL", "COSTS", "FEES", "INTEREST"),
                true,
                new BigDecimal("480.00"),
                new BigDecimal("12.50"),
                new BigDecimal("0.10"));
    }

    private Settings settings() {
        return portfolio.in(c -> SettingsBook.settings(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO)));
    }

    private void save(Settings wanted) {
        portfolio.in(c -> {
            SettingsBook.save(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), wanted, "bora", at(PLACED));
            return true;
        });
    }

    private UUID create(String code, String currency, String country, UUID program) {
        return portfolio.in(c -> SettingsBook.create(
                c, new SettingsBook.New(TestPortfolio.CLIENT, program, code, "Loans", currency, country)));
    }

    private void add(LocalDate from, Tier... tiers) {
        portfolio.in(c ->
                new FeeBook(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), at(PLACED)).add(from, List.of(tiers)));
    }

    private List<FeeVersion> versions(LocalDate day) {
        return portfolio.in(c -> new FeeBook(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), at(day)).versions());
    }

    private static Tier tier(int days, boolean direct, String percent) {
        return new Tier(days, false, direct, new BigDecimal(percent));
    }

    private void direct(String reference, String amount, LocalDate day, String key) {
        portfolio.in(c -> new RecordDirect(
                        c,
                        PortfolioBook.one(c, TestPortfolio.PORTFOLIO),
                        new PaymentTools(outreach, outreach, "bora", at(PLACED.plusDays(1))))
                .record(reference, amount, day, key));
    }

    private void pay(String reference, LocalDate day) {
        take("%s;100,00;TRY;%s;X;\n".formatted(day, reference), "100,00", day);
    }

    private void take(String row, String total, LocalDate day) {
        portfolio.take(
                "date;amount;currency;reference;payer;returned\n" + row + "TOTAL;" + total + ";;1;;\n",
                new PaymentTools(outreach, outreach, "bora", at(day)));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(ZONE).toInstant();
    }
}
