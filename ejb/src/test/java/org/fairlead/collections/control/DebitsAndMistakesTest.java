package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.Payments.Booked;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.collections.control.ProviderAccount.Move;
import org.fairlead.shared.Money;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A provider took 400.00 by card and paid them out; then a payment came back. And people err about what is a provider's. */
@Tag("database")
class DebitsAndMistakesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final String PAYER = "SANDBOX PAYMENTS LTD";

    private final TestPortfolio portfolio = new TestPortfolio();
    private final FakeOutreach outreach = new FakeOutreach();

    @BeforeEach
    void take400() {
        move(Move.TAKEN, 400_00);
        portfolio.in(c -> {
            providers(c).learn("sandbox", PAYER, "bora", NOW.minusSeconds(60));
            return true;
        });
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void whatCameBackAfterThePayoutAndIsTakenAtTheBankIsOnItsAccount() {
        bank("400,00", PAYER, "");
        move(Move.CAME_BACK, 150_00);

        bank("-150,00", PAYER, "");

        assertThat(account()).containsExactly("400.00 150.00 400.00 150.00 0.00");
        assertThat(states()).containsExactly("PAYOUT", "DEBIT");
        assertThat(trust()).isZero();
    }

    @Test
    void theBankMayCallItAReturn() {
        bank("400,00", PAYER, "");
        move(Move.CAME_BACK, 150_00);

        bank("-150,00", PAYER, "AC04");

        assertThat(account()).containsExactly("400.00 150.00 400.00 150.00 0.00");
    }

    @Test
    void moneyThatCameInIsNoDebitWhateverTheBankCallsIt() {
        bank("400,00", PAYER, "");
        move(Move.CAME_BACK, 150_00);

        bank("150,00", PAYER, "AC04");

        assertThat(account()).containsExactly("400.00 150.00 400.00 0.00 -150.00");
        assertThat(reasons()).containsExactly("RETURN_UNKNOWN");
        assertThat(portfolio.texts("select outgoing::text from payment where state = 'UNMATCHED'"))
                .containsExactly("false");
        assertThat(trust()).as("it lies in the trust, whoever's it is").isEqualTo(150_00);
        UUID returned = waiting();
        assertThatThrownBy(() -> portfolio.in(c -> new SettleWaiting(c, tools("bora")).debit(returned, "sandbox")))
                .isInstanceOf(Refused.class)
                .hasMessage("payment.not-waiting");
    }

    @Test
    void moneyThatCameInTakesNothingFromADebt() {
        place();
        bank("300,00", "AYSE YILDIZ", "", "AK-100241");

        bank("300,00", "AYSE YILDIZ", "AC04", "AK-100241 returned");

        assertThat(portfolio.number("select principal::int from debt where reference = 'AK-100241'"))
                .isEqualTo(700_00);
        assertThat(reasons()).containsExactly("RETURN_UNKNOWN");
        assertThat(trust()).isEqualTo(600_00);
    }

    @Test
    void aDebitBeforeTheProvidersWordWaitsForIt() {
        bank("400,00", PAYER, "");

        bank("-150,00", PAYER, "");

        assertThat(account()).containsExactly("400.00 0.00 400.00 0.00 0.00");
        assertThat(reasons()).containsExactly("DEBIT_ABOVE");
        UUID debit = waiting();
        assertThatThrownBy(() -> portfolio.in(c -> new SettleWaiting(c, tools("bora")).debit(debit, "sandbox")))
                .isInstanceOf(Refused.class)
                .hasMessage("payment.debit-above");
        move(Move.CAME_BACK, 150_00);
        portfolio.in(c -> new SettleWaiting(c, tools("bora")).debit(debit, "sandbox"));
        assertThat(account()).containsExactly("400.00 150.00 400.00 150.00 0.00");
        assertThat(trust()).isZero();
    }

    @Test
    void whatTheHouseSendsElsewhereWaitsForNobody() {
        bank("-75,00", "HARBOUR BPO", "");

        assertThat(reasons()).isEmpty();
        assertThat(portfolio.number("select outgoing from payment_file")).isEqualTo(1);
    }

    @Test
    void aDebitThatThePriceHidesIsForAPersonToSay() {
        bank("390,00", PAYER, "");
        move(Move.CAME_BACK, 400_00);

        bank("-400,00", PAYER, "");

        assertThat(reasons()).containsExactly("DEBIT_ABOVE");
        UUID debit = waiting();
        portfolio.in(c -> new SettleWaiting(c, tools("bora")).debit(debit, "sandbox"));
        assertThat(account()).containsExactly("400.00 400.00 390.00 400.00 10.00");
    }

    @Test
    void nobodyTakesBackMoreThanCameBack() {
        bank("400,00", PAYER, "");
        move(Move.CAME_BACK, 150_00);

        bank("-150,01", PAYER, "");
        bank("-150,01", PAYER, "AC04", "returned");

        assertThat(account()).containsExactly("400.00 150.00 400.00 0.00 -150.00");
        assertThat(reasons()).containsExactly("DEBIT_ABOVE", "RETURN_UNKNOWN");
        for (UUID above : List.of(waiting(), returned())) {
            assertThatThrownBy(() -> portfolio.in(c -> new SettleWaiting(c, tools("bora")).debit(above, "sandbox")))
                    .isInstanceOf(Refused.class)
                    .hasMessage("payment.debit-above");
            portfolio.in(c -> new SettleWaiting(c, tools("bora")).ourOwn(above));
        }
        assertThat(states()).containsExactly("PAYOUT", "OWN", "OWN");
    }

    @Test
    void aDebtorsMoneyThatWasTakenForAPayoutWaitsAgainAndReachesItsDebt() {
        place();
        bank("300,00", "AYSE YILDIZ", "");
        UUID mistaken = waiting();
        portfolio.in(c -> new SettleWaiting(c, tools("bora")).payOut(mistaken, "sandbox"));
        assertThat(trust()).isZero();

        boolean done = portfolio
                .<UndoPayout.Undone>in(c -> new UndoPayout(c, tools("bora")).undo(mistaken, "she wrote no reference"))
                .done();

        assertThat(done).isTrue();
        assertThat(account()).containsExactly("400.00 0.00 0.00 0.00 400.00");
        assertThat(trust()).isEqualTo(300_00);
        assertThat(reasons()).containsExactly("UNDONE");
        portfolio.in(c -> new AssignPayment(c, tools("bora")).assign(mistaken, "AK-100241"));
        assertThat(portfolio.number("select principal::int from debt where reference = 'AK-100241'"))
                .isEqualTo(700_00);
        bank("20,00", "AYSE YILDIZ", "");
        assertThat(portfolio.number("select count(*)::int from payment where state = 'UNMATCHED'"))
                .as("what was learned from the mistake is forgotten")
                .isEqualTo(1);
        assertThat(portfolio.texts("select words from provider_sign")).containsExactly(PAYER);
    }

    @Test
    void moneyThatWaitsAgainClearsOnceMore() {
        bank("300,00", PAYER, "");
        UUID mistaken = booked();
        portfolio.execute("update payment set cleared = true");

        portfolio.in(c -> new UndoPayout(c, tools("bora")).undo(mistaken, "a namesake"));

        assertThat(portfolio.texts("select cleared::text from payment")).containsExactly("false");
        portfolio.execute("update payment set cleared_on = '2026-11-01'");
        portfolio.in(c -> new SettleWaiting(c, tools("bora")).giveBack(mistaken));
        assertThat(trust()).isZero();
    }

    @Test
    void whereFourEyesAreAskedForASecondPersonConfirms() {
        portfolio.execute("update portfolio set four_eyes = true");
        bank("300,00", PAYER, "");
        UUID mistaken = booked();

        assertThat(portfolio
                        .<UndoPayout.Undone>in(c -> new UndoPayout(c, tools("bora")).undo(mistaken, "a namesake"))
                        .done())
                .isFalse();

        assertThat(states()).containsExactly("PAYOUT");
        assertThat(portfolio.<List<Booked>>in(c -> PaymentBook.booked(c, TestPortfolio.PORTFOLIO, 0, 10)))
                .singleElement()
                .satisfies(one -> assertThat(one.asked()).isNotNull());
        refused("payout.asked", undo -> undo.undo(mistaken, "again"), "nur");
        refused("payout.same", undo -> undo.confirm(mistaken), "bora");
        portfolio.in(c -> new UndoPayout(c, tools("nur")).confirm(mistaken));
        assertThat(states()).containsExactly("UNMATCHED");
        assertThat(trust()).isEqualTo(300_00);
        refused("payout.none", undo -> undo.confirm(mistaken), "nur");
    }

    @Test
    void whoAskedMayLeaveItAndWhyIsNamed() {
        portfolio.execute("update portfolio set four_eyes = true");
        bank("300,00", PAYER, "");
        UUID mistaken = booked();
        refused("payout.why", undo -> undo.undo(mistaken, " "), "bora");
        refused("payout.not-asked", undo -> undo.withdraw(mistaken), "bora");
        portfolio.in(c -> new UndoPayout(c, tools("bora")).undo(mistaken, "a namesake"));

        portfolio.in(c -> new UndoPayout(c, tools("bora")).withdraw(mistaken));

        refused("payout.not-asked", undo -> undo.confirm(mistaken), "nur");
        assertThat(states()).containsExactly("PAYOUT");
    }

    @Test
    void aDebitIsTakenBackToo() {
        bank("400,00", PAYER, "");
        move(Move.CAME_BACK, 150_00);
        bank("-150,00", PAYER, "");
        UUID debit = UUID.fromString(portfolio
                .texts("select payment_id from payment where state = 'DEBIT'")
                .get(0));

        portfolio.in(c -> new UndoPayout(c, tools("bora")).undo(debit, "our own transfer"));

        assertThat(account()).containsExactly("400.00 150.00 400.00 0.00 -150.00");
        portfolio.in(c -> new SettleWaiting(c, tools("bora")).debit(debit, "sandbox"));
        assertThat(account()).containsExactly("400.00 150.00 400.00 150.00 0.00");
    }

    @Test
    void anotherClientUndoesNothing() throws SQLException {
        bank("300,00", PAYER, "");
        UUID mistaken = booked();

        try (Connection c = portfolio.scoped(TestPortfolio.STRANGER)) {
            assertThatThrownBy(() -> new UndoPayout(c, tools("nora")).undo(mistaken, "mine"))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> new SettleWaiting(c, tools("nora")).ourOwn(mistaken))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(states()).containsExactly("PAYOUT");
    }

    @Test
    void aProviderOfAnotherScriptIsKnownByItsNameAndNotByItsDigits() {
        bank("10,00", "ООО ЮКАССА 2026", "");
        UUID first = waiting();
        portfolio.in(c -> new SettleWaiting(c, tools("bora")).payOut(first, "sandbox"));

        bank("20,00", "ООО ЮКАССА 2026", "");
        bank("30,00", "", "", "dlg 11/2026");

        assertThat(account()).containsExactly("400.00 0.00 30.00 0.00 370.00");
        assertThat(reasons()).containsExactly("UNKNOWN_REFERENCE");
    }

    @Test
    void aNameWithoutALatinLetterIsLearntToo() {
        bank("10,00", "НКО ЮМАНИ (ООО)", "");
        UUID first = waiting();

        portfolio.in(c -> new SettleWaiting(c, tools("bora")).payOut(first, "sandbox"));

        assertThat(portfolio.texts("select words from provider_sign order by words"))
                .containsExactlyInAnyOrder(PAYER, "НКО ЮМАНИ (ООО)");
    }

    private interface Try {
        Object of(UndoPayout undo);
    }

    private void refused(String reason, Try what, String login) {
        assertThatThrownBy(() -> portfolio.in(c -> what.of(new UndoPayout(c, tools(login)))))
                .isInstanceOf(Refused.class)
                .hasMessage(reason);
    }

    private void place() {
        portfolio.place(
                """
                reference;customer_id;name;phone;principal;past_due_since
                AK-100241;C-1;Ayşe Yıldız;0532 123 01 11;1000,00;2026-09-15
                """,
                NOW);
    }

    private void move(Move move, long minor) {
        portfolio.in(c -> {
            providers(c)
                    .post(
                            "sandbox",
                            move,
                            new Money(minor, "TRY"),
                            new ProviderAccount.Slip(java.time.LocalDate.of(2026, 11, 23), NOW, "sandbox", "card"));
            return true;
        });
    }

    private void bank(String amount, String payer, String returned) {
        bank(amount, payer, returned, "transfer");
    }

    private void bank(String amount, String payer, String returned, String words) {
        portfolio.take(
                "date;amount;currency;reference;payer;returned\n2026-11-24;%1$s;TRY;%4$s;%2$s;%3$s\nTOTAL;%1$s;;1;;\n"
                        .formatted(amount, payer, returned, words),
                tools("bora"));
    }

    private List<String> account() {
        return portfolio.in(c -> providers(c).all()).stream()
                .map(one -> one.taken() + " " + one.cameBack() + " " + one.paidOut() + " " + one.debited() + " "
                        + one.held())
                .toList();
    }

    private List<String> states() {
        return portfolio.texts("select state from payment order by payment_id");
    }

    private List<String> reasons() {
        return portfolio.texts("select reason from payment where state = 'UNMATCHED' order by payment_id");
    }

    private UUID waiting() {
        return one("UNMATCHED");
    }

    private UUID booked() {
        return one("PAYOUT");
    }

    private UUID returned() {
        return UUID.fromString(portfolio
                .texts("select payment_id from payment where reason = 'RETURN_UNKNOWN'")
                .get(0));
    }

    private UUID one(String state) {
        return UUID.fromString(portfolio
                .texts("select payment_id from payment where state = '" + state + "' order by payment_id")
                .get(0));
    }

    private int trust() {
        return portfolio.number(
                "select coalesce(sum(case move when 'RECEIVED' then amount when 'ADVANCED' then amount when 'CLEARED' then 0"
                        + " else -amount end), 0)::int from trust_line");
    }

    private static ProviderAccount providers(Connection c) {
        return new ProviderAccount(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO));
    }

    private PaymentTools tools(String login) {
        return new PaymentTools(outreach, outreach, login, NOW);
    }
}
