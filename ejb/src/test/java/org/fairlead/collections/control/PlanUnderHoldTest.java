package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.Hold;
import org.fairlead.collections.NightRuns.Kind;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.ArrangementBook.Author;
import org.fairlead.collections.control.ArrangementBook.Wish;
import org.fairlead.collections.control.Night.NightTools;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A plan with interest of its own, 1 per cent a month, and a hold that stops interest; its first period is 30 days. */
@Tag("database")
class PlanUnderHoldTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Istanbul");
    private static final LocalDate MADE = LocalDate.of(2026, 3, 2);
    private static final LocalDate FIRST_DUE = MADE.plusDays(29);

    private final TestPortfolio portfolio = new TestPortfolio();
    private final FakeOutreach outreach = new FakeOutreach();

    @BeforeEach
    void agreeOnAPlan() {
        portfolio.execute(
                """
                delete from debt where client_id = 7;
                update portfolio set plan_rate = 0.12, grace_days = 20, allocation_order = '{COSTS,FEES,INTEREST,PRINCIPAL}';
                insert into plan_limit values (7, '%1$s', 'agent', 6, 0);
                """
                        .formatted(TestPortfolio.PORTFOLIO));
        portfolio.place(
                """
                reference;customer_id;name;phone;principal;past_due_since
                AK-10001;C-1;Ayşe Yıldız;0532 123 01 11;1000,00;2026-01-15
                """,
                at(MADE));
        DebtFile debt = portfolio.file("AK-10001");
        portfolio.in(c -> new ArrangementBook(c, outreach, at(MADE))
                .offer(debt, new Wish(null, 2, FIRST_DUE), new Author("deniz", "agent", null)));
        assertThat(interest()).isEqualTo(10_00);
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void whatWasChargedForDaysUnderAHoldIsGivenUpAndComesBackWithThem() {
        hold(MADE.plusDays(10));
        night(MADE.plusDays(10));
        assertThat(interest()).isEqualTo(3_33);

        release(MADE.plusDays(20));
        night(MADE.plusDays(20));
        night(MADE.plusDays(21));

        assertThat(interest()).isEqualTo(6_66);
        assertBooksBalance();
    }

    @Test
    void aPeriodThatBeginsUnderAHoldIsNotCharged() {
        hold(MADE.plusDays(29));

        night(FIRST_DUE.plusDays(5));

        // 29 of the first 30 days were free
        assertThat(interest()).isEqualTo(9_66);
        assertThat(portfolio.texts("select booked from arrangement_line order by line"))
                .containsExactly("966", "0");
        assertBooksBalance();
    }

    @Test
    void interestOfHeldDaysThatWasPaidIsTakenOffTheNextPeriods() {
        pay("200,00", MADE.plusDays(3));
        assertThat(interest()).isZero();
        hold(MADE.plusDays(10));
        night(MADE.plusDays(10));
        release(MADE.plusDays(20));
        night(MADE.plusDays(20));
        assertThat(portfolio.texts("select booked from arrangement_line order by line"))
                .containsExactly("1000", "0");

        night(FIRST_DUE.plusDays(1));
        int second = portfolio.number("select interest::int from arrangement_line where line = 2");
        night(FIRST_DUE.plusDays(2));

        assertThat(interest()).isEqualTo(second - 3_34);
        assertThat(portfolio.texts("select booked from arrangement_line order by line"))
                .containsExactly("666", Integer.toString(second));
        assertBooksBalance();
    }

    private void hold(LocalDate day) {
        DebtFile debt = portfolio.file("AK-10001");
        portfolio.in(
                c -> new HoldBook(c, outreach, at(day)).place(debt, Hold.BREATHING_SPACE, "court letter", "deniz"));
    }

    private void release(LocalDate day) {
        UUID debt = portfolio.debt("AK-10001");
        portfolio.in(c -> {
            new HoldBook(c, outreach, at(day))
                    .release(TestPortfolio.CLIENT, debt, Hold.BREATHING_SPACE, "is over", "sena");
            return debt;
        });
    }

    private void pay(String amount, LocalDate day) {
        portfolio.take(
                "date;amount;currency;reference;payer;returned\n%s;%s;TRY;AK-10001;X;\nTOTAL;%s;;1;;\n"
                        .formatted(day, amount, amount),
                new PaymentTools(outreach, outreach, "bora", at(day)));
    }

    private void night(LocalDate day) {
        boolean more = true;
        while (more) {
            more = portfolio.in(
                    c -> new Night(c, TestPortfolio.CLIENT, day, new NightTools(outreach, outreach, ZONE, at(day)))
                            .chunk(Kind.PROMISES));
        }
    }

    private int interest() {
        return portfolio.number("select interest::int from debt");
    }

    private void assertBooksBalance() {
        assertThat(portfolio.<List<UUID>>in(c -> new DebtLedger(c, TestPortfolio.CLIENT).outOfStep()))
                .isEmpty();
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(ZONE).toInstant();
    }
}
