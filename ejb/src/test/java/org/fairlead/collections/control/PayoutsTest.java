package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.collections.CardWay;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.PaymentProvider;
import org.fairlead.collections.Payments.PaymentView;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.CardOrders.Wish;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A debtor pays 400.00 by card, and the provider pays out later. */
@Tag("database")
class PayoutsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final TestPortfolio portfolio = new TestPortfolio();
    private final FakeOutreach outreach = new FakeOutreach();
    private final SandboxStand stand = new SandboxStand(NOW);
    private final PaymentProvider provider = stand.provider();
    private String page = "";

    @BeforeEach
    void payByCard() throws Exception {
        portfolio.execute("delete from debt where client_id = 7");
        portfolio.place(
                """
                reference;customer_id;name;phone;principal;past_due_since
                AK-100241;C-1;Ayşe Yıldız;0532 123 01 11;1000,00;2026-09-15
                """,
                NOW);
        page = ask(400_00);
        SandboxStand.type(page, "4242424242424242");
        hear();
    }

    private String ask(long minor) throws Exception {
        DebtFile debt = portfolio.file("AK-100241");
        Wish wish = new Wish(CardWay.KEYPAD, new Money(minor, "TRY"), null, "deniz");
        UUID order = portfolio.in(c -> orders(c).begin(debt, wish)).order();
        portfolio.in(c -> {
            orders(c).ring(debt, order);
            return order;
        });
        return stand.keypadPage();
    }

    @AfterEach
    void endAll() {
        stand.close();
        portfolio.close();
    }

    @Test
    void aPayoutThatTheBankNamesIsForNoDebtAndTheTrustHasItOnce() {
        sign("Sandbox Payments Ltd");

        take("390,00", "payout 4711", "SANDBOX PAYMENTS LTD");

        assertThat(account()).containsExactly("sandbox 400.00 0.00 390.00 10.00");
        assertThat(portfolio.texts(
                        "select state || ' ' || coalesce(matched_by, '') from payment order by booked_at, amount"))
                .containsExactlyInAnyOrder("PAYOUT PROVIDER", "POSTED PROVIDER");
        assertThat(trust()).isEqualTo(400_00);
        assertThat(owed()).isEqualTo(600_00);
    }

    @Test
    void theProvidersWordsWithinTheReferenceNameItWhereTheBankSaysNoPayer() {
        sign("SNDBX-PAYOUT");

        take("400,00", "RF 12 sndbx payout 23.11.", "");

        assertThat(account()).containsExactly("sandbox 400.00 0.00 400.00 0.00");
    }

    @Test
    void whatNamesADebtIsItsDebtorsWhateverElseItNames() {
        sign("SNDBX-PAYOUT");

        take("50,00", "sndbx payout AK-100241", "AYSE YILDIZ");

        assertThat(account()).containsExactly("sandbox 400.00 0.00 0.00 400.00");
        assertThat(owed()).isEqualTo(550_00);
    }

    @Test
    void whoeverPaysCanWriteTheProvidersWordsAndIsNotTheProvider() {
        sign("SNDBX-PAYOUT");

        take("50,00", "sndbx payout", "AYSE YILDIZ");

        assertThat(account()).containsExactly("sandbox 400.00 0.00 0.00 400.00");
        assertThat(reasons()).containsExactly("UNKNOWN_REFERENCE");
        assertThat(trust()).isEqualTo(450_00);
    }

    @Test
    void whatNamesTwoDebtsWaitsForAPersonWhoeverPaidIt() {
        sign("Sandbox Payments Ltd");
        portfolio.place(
                """
                reference;customer_id;name;phone;principal;past_due_since
                AK-100242;C-2;Can Su;0532 123 01 13;300,00;2026-09-15
                """,
                NOW);

        take("50,00", "AK-100241 AK-100242", "SANDBOX PAYMENTS LTD");

        assertThat(account()).containsExactly("sandbox 400.00 0.00 0.00 400.00");
        assertThat(reasons()).containsExactly("AMBIGUOUS");
    }

    @Test
    void anotherCurrencyWaitsAsThat() {
        sign("Sandbox Payments Ltd");

        bank("50,00;EUR;payout;SANDBOX PAYMENTS LTD;", "50,00");

        assertThat(reasons()).containsExactly("CURRENCY");
    }

    @Test
    void whatADebtorPaidByCardIsNoPayoutWhateverBecameOfItsDebt() throws Exception {
        String open = ask(600_00);
        take("600,00", "AK-100241", "AYSE YILDIZ");
        SandboxStand.type(open, "4242424242424242");
        hear();
        assertThat(reasons()).containsExactly("DEBT_ENDED");
        UUID card = waiting();

        assertThatThrownBy(() -> payOut(card)).isInstanceOf(Refused.class).hasMessage("payment.not-payout");
        portfolio.execute("update payment set cleared_on = '2026-11-01' where state = 'UNMATCHED'");
        assertThatThrownBy(() -> portfolio.in(c -> new SettleWaiting(c, tools()).giveBack(card)))
                .isInstanceOf(Refused.class)
                .hasMessage("payment.by-card");

        assertThat(trust()).isEqualTo(1_600_00);
        assertThat(account()).containsExactly("sandbox 1000.00 0.00 0.00 1000.00");
        assertThat(portfolio.<List<PaymentView>>in(c -> PaymentBook.waiting(c, TestPortfolio.PORTFOLIO, 0, 10)))
                .singleElement()
                .extracting(PaymentView::ofTheBank)
                .isEqualTo(false);
        SandboxStand.post(open.replace("/pay/", "/returned/"), "");
        hear();
        assertThat(account()).containsExactly("sandbox 1000.00 600.00 0.00 400.00");
        assertThat(trust()).isEqualTo(1_000_00);
    }

    @Test
    void aReturnOfTheBanksUndoesNoPaymentByCard() throws Exception {
        bank("-400,00;TRY;AK-100241;AYSE YILDIZ;AC04", "-400,00");
        assertThat(reasons()).containsExactly("RETURN_UNKNOWN");
        UUID returned = waiting();
        UUID card = UUID.fromString(portfolio
                .texts("select payment_id from payment where source = 'provider'")
                .get(0));

        assertThat(portfolio.<List<PaymentView>>in(c -> PaymentBook.undoable(c, returned)))
                .isEmpty();
        assertThatThrownBy(() -> portfolio.in(c -> new SettleWaiting(c, tools()).undo(returned, card)))
                .isInstanceOf(Refused.class)
                .hasMessage("payment.not-this");

        assertThat(owed()).isEqualTo(600_00);
        SandboxStand.post(page.replace("/pay/", "/returned/"), "");
        hear();
        assertThat(account()).containsExactly("sandbox 400.00 400.00 0.00 0.00");
        assertThat(owed()).isEqualTo(1_000_00);
        assertThat(trust()).isZero();
        assertThat(portfolio.texts("select state from card_order")).containsExactly("RETURNED");
    }

    @Test
    void aReturnOfTheBanksUndoesTheTransferWhereACardPaidTheSameSum() {
        take("400,00", "AK-100241", "AYSE YILDIZ");
        assertThat(owed()).isEqualTo(200_00);

        bank("-400,00;TRY;AK-100241;AYSE YILDIZ;AC04", "-400,00");

        assertThat(owed()).isEqualTo(600_00);
        assertThat(portfolio.texts("select source from payment where state = 'RETURNED'"))
                .containsExactly("file");
        assertThat(trust()).isEqualTo(400_00);
    }

    @Test
    void moreThanTheProviderHoldsIsOtherMoneyAndWaits() {
        sign("Sandbox Payments Ltd");

        take("400,01", "payout", "SANDBOX PAYMENTS LTD");

        assertThat(account()).containsExactly("sandbox 400.00 0.00 0.00 400.00");
        assertThat(reasons()).containsExactly("PAYOUT_ABOVE");
        assertThat(trust()).isEqualTo(800_01);
        UUID waiting = waiting();
        assertThatThrownBy(() -> payOut(waiting)).isInstanceOf(Refused.class).hasMessage("payment.payout-above");
    }

    @Test
    void aPersonSaysWhatItIsAndTheNextOneIsKnown() {
        take("150,00", "payout 1", "SANDBOX PAYMENTS LTD");
        assertThat(trust()).isEqualTo(550_00);

        payOut(waiting());
        assertThat(trust()).isEqualTo(400_00);
        assertThat(account()).containsExactly("sandbox 400.00 0.00 150.00 250.00");
        take("200,00", "payout 2", "Sandbox Payments Ltd");

        assertThat(account()).containsExactly("sandbox 400.00 0.00 350.00 50.00");
        assertThat(portfolio.number("select count(*) from payment where state = 'UNMATCHED'"))
                .isZero();
        boolean forgotten = portfolio.in(c -> providers(c).forget("SANDBOX PAYMENTS LTD"));
        assertThat(forgotten).isTrue();
        take("20,00", "payout 3", "SANDBOX PAYMENTS LTD");
        assertThat(portfolio.number("select count(*) from payment where state = 'UNMATCHED'"))
                .isEqualTo(1);
    }

    @Test
    void whatCameBackIsNotHeldAnyMore() throws Exception {
        SandboxStand.post(page.replace("/pay/", "/returned/"), "");
        hear();

        assertThat(account()).containsExactly("sandbox 400.00 400.00 0.00 0.00");
    }

    @Test
    void anotherClientSeesNothingOfItAndForgetsNothing() throws SQLException {
        sign("Sandbox Payments Ltd");
        var foreign = portfolio.in(c -> PortfolioBook.one(c, TestPortfolio.PORTFOLIO));

        try (Connection c = portfolio.scoped(TestPortfolio.STRANGER)) {
            ProviderAccount account = new ProviderAccount(c, foreign);
            assertThat(account.all()).isEmpty();
            assertThat(account.named("SANDBOX PAYMENTS LTD", "")).isEmpty();
            assertThat(account.forget("Sandbox Payments Ltd")).isFalse();
        }
    }

    private void hear() throws InterruptedException {
        String[] word = stand.nextWord();
        assertThat(portfolio.<Boolean>in(c -> new TakeCardPayment(c, provider, tools())
                        .take(provider.heard(word[0], word[1], NOW).orElseThrow())))
                .isTrue();
    }

    private void take(String amount, String reference, String payer) {
        bank(amount + ";TRY;" + reference + ";" + payer + ";", amount);
    }

    private void bank(String row, String total) {
        portfolio.take(
                "date;amount;currency;reference;payer;returned\n2026-11-24;%s\nTOTAL;%s;;1;;\n".formatted(row, total),
                tools());
    }

    private List<String> reasons() {
        return portfolio.texts("select reason from payment where state = 'UNMATCHED'");
    }

    private void sign(String words) {
        portfolio.in(c -> {
            providers(c).learn("sandbox", words, "bora", NOW);
            return words;
        });
    }

    private void payOut(UUID payment) {
        portfolio.in(c -> new SettleWaiting(c, tools()).payOut(payment, "sandbox"));
    }

    private UUID waiting() {
        return UUID.fromString(portfolio
                .texts("select payment_id from payment where state = 'UNMATCHED'")
                .get(0));
    }

    private List<String> account() {
        return portfolio.in(c -> providers(c).all()).stream()
                .map(one -> one.provider() + " " + one.taken() + " " + one.cameBack() + " " + one.paidOut() + " "
                        + one.held())
                .toList();
    }

    private static ProviderAccount providers(Connection c) {
        return new ProviderAccount(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO));
    }

    private int trust() {
        return portfolio.number(
                "select coalesce(sum(case move when 'RECEIVED' then amount when 'RETURNED' then -amount else 0 end),"
                        + " 0)::int from trust_line");
    }

    private int owed() {
        return portfolio.number("select (costs + fees + interest + principal)::int from debt");
    }

    private CardOrders orders(Connection c) {
        return new CardOrders(c, provider, new CardLinks("http://console", "links"), NOW);
    }

    private PaymentTools tools() {
        return new PaymentTools(outreach, outreach, provider.name(), NOW);
    }
}
