package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fairlead.collections.Bucket;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.entity.Account;
import org.fairlead.collections.entity.AllocationOrder;
import org.fairlead.collections.entity.Bookkeeping;
import org.fairlead.collections.entity.Bookkeeping.Slip;
import org.fairlead.collections.entity.DebtBook;
import org.fairlead.collections.entity.Posting;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Money;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class DebtLedgerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private final TestPortfolio portfolio = new TestPortfolio();

    @BeforeEach
    void place() throws SQLException {
        post(book ->
                Bookkeeping.placed(slip(), Map.of(Bucket.PRINCIPAL, lira(1_000_00), Bucket.INTEREST, lira(50_00))));
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void aStoredBookIsReadAsItWasWritten() throws SQLException {
        post(book -> payment(book, 120_00));

        DebtBook book = read(TestPortfolio.CLIENT);

        assertThat(book.balance(Bucket.INTEREST)).isEqualTo(lira(0));
        assertThat(book.balance(Bucket.PRINCIPAL)).isEqualTo(lira(930_00));
        assertThat(book.balance(Account.COLLECTED)).isEqualTo(lira(120_00));
        assertThat(book.postings())
                .extracting(Posting::kind)
                .containsExactly(Posting.Kind.PLACEMENT, Posting.Kind.PAYMENT);
        assertThat(outOfStep()).isEmpty();
    }

    @Test
    void aReturnedPaymentIsReversedOnceEvenWhenItIsReportedTwice() throws SQLException {
        post(book -> payment(book, 120_00));
        post(book -> book.postings().get(1).reversal(Ids.next(), DAY, AT, "file", "returned"));

        assertThatThrownBy(() -> post(book -> book.postings().get(1).reversal(Ids.next(), DAY, AT, "file", "again")))
                .hasMessage("ledger.reversed-already");

        assertThat(read(TestPortfolio.CLIENT).owed()).isEqualTo(lira(1_050_00));
        assertThat(outOfStep()).isEmpty();
    }

    @Test
    void twoPaymentsAtOnceAreBothPostedAndNoneOfTheDebtIsPaidTwice() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> both = List.of(
                    two.submit(() -> post(book -> payment(book, 700_00))),
                    two.submit(() -> post(book -> payment(book, 700_00))));
            for (Future<?> one : both) {
                one.get();
            }
        } finally {
            two.shutdownNow();
        }

        DebtBook book = read(TestPortfolio.CLIENT);

        assertThat(book.owed()).isEqualTo(lira(0));
        assertThat(book.balance(Account.OVERPAID)).isEqualTo(lira(-350_00));
        assertThat(outOfStep()).isEmpty();
    }

    @Test
    void theDatabaseTakesNoPostingThatDoesNotBalanceAndChangesNone() throws SQLException {
        assertRefused(
                "insert into debt_posting (client_id, posting_id, debt_id, kind, value_date, posted_at, who, why, principal)"
                        + " values (7, gen_random_uuid(), '" + TestPortfolio.DEBT
                        + "', 'CHARGE', now(), now(), 'x', 'x', 5)",
                "violates check constraint");
        assertRefused("update debt_posting set collected = 0", "permission denied");
        assertRefused("delete from debt_posting", "permission denied");
        assertRefused("update debt set principal = -1", "violates check constraint");
    }

    @Test
    void anotherClientFindsNothing() {
        assertThatThrownBy(() -> read(TestPortfolio.STRANGER)).isInstanceOf(NotFound.class);
    }

    /** Work in one transaction on the locked book. */
    private interface Step {
        Posting from(DebtBook book);
    }

    private @Nullable Void post(Step step) throws SQLException {
        try (Connection c = portfolio.scoped(TestPortfolio.CLIENT)) {
            DebtLedger ledger = new DebtLedger(c, TestPortfolio.CLIENT);
            DebtBook book = ledger.lock(TestPortfolio.DEBT);
            ledger.post(TestPortfolio.DEBT, book, step.from(book));
            c.commit();
            return null;
        }
    }

    private DebtBook read(ClientId client) throws SQLException {
        try (Connection c = portfolio.scoped(client)) {
            return new DebtLedger(c, client).lock(TestPortfolio.DEBT);
        }
    }

    private List<UUID> outOfStep() throws SQLException {
        try (Connection c = portfolio.scoped(TestPortfolio.CLIENT)) {
            return new DebtLedger(c, TestPortfolio.CLIENT).outOfStep();
        }
    }

    private void assertRefused(String sql, String message) throws SQLException {
        try (Connection c = portfolio.scoped(TestPortfolio.CLIENT)) {
            assertThatThrownBy(() -> Sql.update(c, sql)).hasStackTraceContaining(message);
        }
    }

    private static Posting payment(DebtBook book, long minor) {
        return Bookkeeping.payment(slip(), AllocationOrder.USUAL.allocate(lira(minor), book.buckets()));
    }

    private static Slip slip() {
        return new Slip(Ids.next(), DAY, AT, "test", "a test");
    }

    private static Money lira(long minor) {
        return new Money(minor, "TRY");
    }
}
