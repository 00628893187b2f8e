package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.Payments.BankFileView;
import org.fairlead.collections.Payments.PaymentView;
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
class TakeInPaymentsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String HEADER = "date;amount;currency;reference;payer\n";

    private final TestPortfolio portfolio = new TestPortfolio();
    private final FakeOutreach outreach = new FakeOutreach();

    @BeforeEach
    void placeTwoDebts() {
        portfolio.place(
                """
                reference;customer_id;name;phone;principal;interest;past_due_since
                AK-100241;C-1;Ayşe Yıldız;0532 123 01 11;1000,00;50,00;2026-01-15
                AK-100242;C-2;Can Su;0532 123 01 13;300,00;0;2026-01-15
                """,
                NOW);
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void moneyFindsItsDebtByReferenceOrByNameAndSum() {
        BankFileView file = take(HEADER
                + "2026-03-01;120,00;TRY;Odeme AK 100241 tesekkurler;SOMEBODY\n"
                + "2026-03-01;300,00;TRY;borc;CAN SU\n"
                + "TOTAL;420,00;;2;\n");

        assertThat(file.posted()).isEqualTo(2);
        assertThat(owed("AK-100241")).isEqualTo(930_00);
        assertThat(owed("AK-100242")).isZero();
        assertThat(status("AK-100242")).isEqualTo("PAID");
        assertBooksBalance();
    }

    @Test
    void theSameMovementInTwoFilesIsPostedOnce() {
        String file = HEADER + "2026-03-01;120,00;TRY;AK-100241;A\nTOTAL;120,00;;1;\n";
        take(file);

        BankFileView again = take(file);
        BankFileView withMore = take(
                HEADER + "2026-03-01;120,00;TRY;AK-100241;A\n2026-03-01;120,00;TRY;AK-100241;A\nTOTAL;240,00;;2;\n");

        assertThat(again.known()).isEqualTo(1);
        assertThat(again.posted()).isZero();
        assertThat(withMore.known()).isEqualTo(1);
        assertThat(withMore.posted()).isEqualTo(1);
        assertThat(owed("AK-100241")).isEqualTo(810_00);
        assertBooksBalance();
    }

    @Test
    void whatCannotBeMatchedWaitsWithTheReason() {
        take(HEADER
                + "2026-03-01;10,00;TRY;unknown;NOBODY\n"
                + "2026-03-01;20,00;EUR;AK-100241;A\n"
                + "2026-03-01;30,00;TRY;AK-100241 AK-100242;A\n"
                + "TOTAL;60,00;;3;\n");

        assertThat(waiting())
                .extracting(PaymentView::reason)
                .containsExactlyInAnyOrder("UNKNOWN_REFERENCE", "CURRENCY", "AMBIGUOUS");
        assertThat(owed("AK-100241")).isEqualTo(1_050_00);
    }

    @Test
    void aPersonSaysWhoseItIs() {
        take(HEADER + "2026-03-01;10,00;TRY;unknown;NOBODY\nTOTAL;10,00;;1;\n");
        UUID payment = waiting().get(0).paymentId();

        portfolio.in(c -> new AssignPayment(c, tools()).assign(payment, "AK-100241"));

        assertThat(waiting()).isEmpty();
        assertThat(owed("AK-100241")).isEqualTo(1_040_00);
    }

    @Test
    void aFileThatDoesNotAddUpIsRefusedWhole() {
        String row = "2026-03-01;120,00;TRY;AK-100241;A\n";
        BankFileView unbalanced = take(HEADER + row + "TOTAL;121,00;;1;\n");
        BankFileView cutOff = take(HEADER + row);
        BankFileView bai2 =
                take("01,122099999,123456789,260301,0200,1,80,,2/\n02,031001234,122099999,1,260301,,TRY,2/\n");
        BankFileView entity = take("<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt/></Document>");

        assertThat(List.of(unbalanced, cutOff, bai2, entity)).noneMatch(BankFileView::taken);
        assertThat(List.of(unbalanced, cutOff, bai2, entity))
                .extracting(BankFileView::reason)
                .containsExactly("TOTALS", "TRUNCATED", "TRUNCATED", "DOCTYPE");
        assertThat(portfolio.<Integer>in(c -> Sql.number(c, "select count(*) from payment")))
                .isZero();
        assertThat(owed("AK-100241")).isEqualTo(1_050_00);
    }

    @Test
    void aReturnedPaymentIsTakenBackOnce() {
        take(HEADER + "2026-03-01;300,00;TRY;AK-100242;A\nTOTAL;300,00;;1;\n");
        String back = "date;amount;currency;reference;payer;returned;key\n"
                + "2026-03-02;-300,00;TRY;AK-100242;A;AC04;r1\nTOTAL;-300,00;;1;;;\n";
        take(back);
        take(back);

        assertThat(owed("AK-100242")).isEqualTo(300_00);
        assertThat(status("AK-100242")).isEqualTo("WORKING");
        assertThat(trust()).isZero();
        assertBooksBalance();
    }

    @Test
    void moneyKeepsThePromiseAndNobodyIsHeldBackForItAnyMore() {
        promise("AK-100241", 500_00, LocalDate.of(2026, 3, 5));
        assertThat(status("AK-100241")).isEqualTo("PROMISE");
        assertThat(outreach.standing()).hasSize(1);

        take(HEADER + "2026-03-02;500,00;TRY;AK-100241;A\nTOTAL;500,00;;1;\n");

        assertThat(promises("AK-100241")).containsExactly("KEPT");
        assertThat(status("AK-100241")).isEqualTo("WORKING");
        assertThat(outreach.standing()).isEmpty();
    }

    @Test
    void anUnpaidPromiseIsBrokenAfterTheGraceDayAndLateMoneyTurnsItRound() {
        promise("AK-100241", 500_00, LocalDate.of(2026, 3, 5));

        portfolio.in(c -> new PromiseBook(c, outreach, NOW)
                .decide(TestPortfolio.CLIENT, portfolio.debt("AK-100241"), LocalDate.of(2026, 3, 8), "night"));
        assertThat(promises("AK-100241")).containsExactly("STANDING");
        portfolio.in(c -> new PromiseBook(c, outreach, NOW)
                .decide(TestPortfolio.CLIENT, portfolio.debt("AK-100241"), LocalDate.of(2026, 3, 9), "night"));

        assertThat(promises("AK-100241")).containsExactly("BROKEN");
        assertThat(outreach.standing()).isEmpty();
        take(HEADER + "2026-03-08;500,00;TRY;AK-100241;A\nTOTAL;500,00;;1;\n");
        assertThat(promises("AK-100241")).containsExactly("KEPT");
    }

    private void promise(String reference, long minor, LocalDate due) {
        portfolio.in(c -> new PromiseBook(c, outreach, NOW)
                .make(portfolio.file(reference), new Word(new Money(minor, "TRY"), due, null, "deniz")));
    }

    private BankFileView take(String text) {
        return portfolio.take(text, tools());
    }

    private PaymentTools tools() {
        return new PaymentTools(outreach, outreach, "bora", NOW);
    }

    private List<PaymentView> waiting() {
        return portfolio.in(c -> PaymentBook.waiting(c, TestPortfolio.PORTFOLIO, 0, 10));
    }

    private long owed(String reference) {
        return portfolio.file(reference).owed().minor();
    }

    private String status(String reference) {
        return portfolio.file(reference).status().name();
    }

    private List<String> promises(String reference) {
        return portfolio.in(c -> Sql.list(
                c, row -> row.getString(1), "select state from promise where debt_id = ?", portfolio.debt(reference)));
    }

    private long trust() {
        return portfolio.in(c -> new TrustAccount(c, TestPortfolio.CLIENT, TestPortfolio.PORTFOLIO, "TRY")
                .book()
                .balance()
                .minor());
    }

    private void assertBooksBalance() {
        assertThat(portfolio.<List<UUID>>in(c -> new DebtLedger(c, TestPortfolio.CLIENT).outOfStep()))
                .isEmpty();
    }
}
