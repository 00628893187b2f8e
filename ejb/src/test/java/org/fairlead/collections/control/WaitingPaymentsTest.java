package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.collections.DebtStatus;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.Payments.BankFileView;
import org.fairlead.collections.Payments.PaymentView;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class WaitingPaymentsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String HEADER = "date;amount;currency;reference;payer;returned;key\n";

    private final TestPortfolio portfolio = new TestPortfolio();
    private final FakeOutreach outreach = new FakeOutreach();

    @BeforeEach
    void placeTwoDebts() {
        portfolio.place(
                """
                reference;customer_id;name;phone;principal;past_due_since
                AK-100241;C-1;Ayşe Yıldız;0532 123 01 11;1000,00;2026-01-15
                AK-100242;C-2;Can Su;0532 123 01 13;300,00;2026-01-15
                """,
                NOW);
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void aPersonSaysWhichOfTwoEqualInstalmentsCameBack() {
        take("2026-02-01;100,00;TRY;AK-100241;A;;p1\n2026-03-01;100,00;TRY;AK-100241;A;;p2\n", "200,00", 2);
        take("2026-03-02;-100,00;TRY;AK-100241;A;AC04;r1\n", "-100,00", 1);
        UUID returned = waiting().get(0).paymentId();
        List<PaymentView> candidates = portfolio.in(c -> PaymentBook.undoable(c, returned));

        assertThat(candidates).hasSize(2).extracting(PaymentView::debt).containsOnly("AK-100241");
        undo(returned, candidates.get(0).paymentId());

        assertThat(waiting()).isEmpty();
        assertThat(portfolio.texts("select source_key from payment where state = 'RETURNED' and not outgoing"))
                .containsExactly("csv|p2");
        assertThat(portfolio.file("AK-100241").owed().minor()).isEqualTo(900_00);
        assertThat(trust("TRY")).isEqualTo(100_00);
        assertThat(outOfStep()).isEmpty();
        assertThatThrownBy(() -> undo(returned, candidates.get(1).paymentId())).hasMessage("payment.not-waiting");
    }

    @Test
    void theReturnOfMoneyThatReachedNoDebtTakesItOutOfTheTrust() {
        take("2026-03-01;10,00;TRY;unknown;NOBODY;;p1\n", "10,00", 1);
        take("2026-03-02;-10,00;TRY;unknown;NOBODY;AC04;r1\n", "-10,00", 1);
        assertThat(waiting()).hasSize(2);

        undo(waiting().get(1).paymentId(), waiting().get(0).paymentId());

        assertThat(waiting()).isEmpty();
        assertThat(trust("TRY")).isZero();
        assertThat(take("2026-03-02;-10,00;TRY;unknown;NOBODY;AC04;r1\n", "-10,00", 1)
                        .known())
                .isEqualTo(1);
    }

    @Test
    void onlyAPaymentOfItsSumThatStandsCanHaveComeBack() {
        take("2026-03-01;10,00;TRY;unknown;NOBODY;;p1\n2026-03-01;20,00;TRY;unknown;NOBODY;;p2\n", "30,00", 2);
        take("2026-03-02;-10,00;TRY;unknown;NOBODY;AC04;r1\n", "-10,00", 1);
        UUID other = waiting().get(1).paymentId();
        UUID returned = waiting().get(2).paymentId();

        assertThatThrownBy(() -> undo(returned, other))
                .isInstanceOf(Refused.class)
                .hasMessage("payment.not-this");
        assertThatThrownBy(() -> undo(returned, returned)).hasMessage("payment.not-this");
    }

    @Test
    void moneyInAnotherCurrencyGoesBackWhenItHasCleared() {
        take("2026-03-02;20,00;EUR;AK-100241;A;;p1\n", "20,00", 1);
        UUID payment = waiting().get(0).paymentId();

        assertThatThrownBy(() -> giveBack(payment, NOW))
                .isInstanceOf(Refused.class)
                .hasMessage("payment.not-cleared");
        giveBack(payment, NOW.plusSeconds(2 * 86_400));

        assertThat(waiting()).isEmpty();
        assertThat(trust("EUR")).isZero();
        // the last two are written in one moment: ids of one millisecond have no order
        assertThat(portfolio.texts("select move from trust_line"))
                .containsExactlyInAnyOrder("RECEIVED", "CLEARED", "REFUNDED");
        assertThatThrownBy(() -> giveBack(payment, NOW)).hasMessage("payment.not-waiting");
    }

    @Test
    void anotherClientDecidesNothing() throws SQLException {
        take("2026-03-01;20,00;EUR;AK-100241;A;;p1\n", "20,00", 1);
        UUID payment = waiting().get(0).paymentId();

        try (var c = portfolio.scoped(TestPortfolio.STRANGER)) {
            assertThatThrownBy(() -> new SettleWaiting(c, tools(NOW)).giveBack(payment))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> new SettleWaiting(c, tools(NOW)).undo(payment, payment))
                    .isInstanceOf(NotFound.class);
            assertThat(PaymentBook.undoable(c, payment)).isEmpty();
        }
    }

    @Test
    void ofTwoDebtorsOfOneNameNoneIsPaidHoweverManyOweTheSameSum() {
        StringBuilder csv = new StringBuilder("reference;customer_id;name;phone;principal;past_due_since\n");
        for (int i = 0; i < 400; i++) {
            String name = i == 3 || i == 390 ? "Ali Kaya" : "Somebody " + i;
            csv.append("S-%d;S-%d;%s;;50,00;2026-01-15%n".formatted(7_000 + i, i, name));
        }
        portfolio.place(csv.toString().replace("\r", ""), NOW);

        take("2026-03-01;50,00;TRY;borc;ALI KAYA;;p1\n", "50,00", 1);

        assertThat(waiting()).extracting(PaymentView::reason).containsExactly("AMBIGUOUS");
    }

    @Test
    void eachMovementOfAFileIsCountedSomewhere() {
        BankFileView file = take(
                "2026-03-01;300,00;TRY;AK-100242;A;;p1\n2026-03-01;10,00;TRY;unknown;A;;p2\n"
                        + "2026-03-01;-250,00;TRY;remittance;A;;p3\n",
                "60,00",
                3);

        assertThat(file.outgoing()).isEqualTo(1);
        assertThat(file.posted() + file.parked() + file.known() + file.outgoing())
                .isEqualTo(file.entries());
        assertThat(portfolio.file("AK-100242").status()).isEqualTo(DebtStatus.PAID);
    }

    private BankFileView take(String rows, String total, int count) {
        return portfolio.take(HEADER + rows + "TOTAL;%s;;%d;;;\n".formatted(total, count), tools(NOW));
    }

    private void undo(UUID returned, UUID payment) {
        portfolio.in(c -> new SettleWaiting(c, tools(NOW)).undo(returned, payment));
    }

    private void giveBack(UUID payment, Instant now) {
        portfolio.in(c -> new SettleWaiting(c, tools(now)).giveBack(payment));
    }

    private PaymentTools tools(Instant now) {
        return new PaymentTools(outreach, outreach, "bora", now);
    }

    private List<PaymentView> waiting() {
        return portfolio.in(c -> PaymentBook.waiting(c, TestPortfolio.PORTFOLIO, 0, 10));
    }

    private List<UUID> outOfStep() {
        return portfolio.in(c -> new DebtLedger(c, TestPortfolio.CLIENT).outOfStep());
    }

    private long trust(String currency) {
        return portfolio.in(c -> new TrustAccount(c, TestPortfolio.CLIENT, TestPortfolio.PORTFOLIO, currency)
                .book()
                .balance()
                .minor());
    }
}
