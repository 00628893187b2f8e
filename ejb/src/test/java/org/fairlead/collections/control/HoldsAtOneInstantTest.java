package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.Hold;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two agents, or an agent and a placement, two debts of one person, one instant. */
@Tag("database")
class HoldsAtOneInstantTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final TestPortfolio portfolio = new TestPortfolio();

    @BeforeEach
    void placeTwoDebtsOfOnePerson() {
        portfolio.execute("delete from debt where client_id = 7");
        portfolio.place(
                """
                reference;customer_id;name;phone;principal;past_due_since
                A-1;C-1;Ayşe Öz;0532 123 01 11;100,00;2026-01-15
                A-2;C-1;Ayşe Öz;0532 123 01 11;200,00;2026-01-15
                B-1;C-2;Can Su;0532 123 01 13;300,00;2026-01-15
                """,
                NOW);
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void whatIsTrueOfOnePersonIsOneCaseWhoeverWasQuicker() throws Exception {
        DebtFile debt = portfolio.file("A-1");
        try (Connection first = portfolio.scoped(TestPortfolio.CLIENT)) {
            place(first, debt, Hold.DECEASED, "deniz");
            CompletableFuture<UUID> second = CompletableFuture.supplyAsync(() -> place("A-2", Hold.DECEASED, "olga"));
            portfolio.awaitSomebodyWhoWaits();
            first.commit();

            assertThatThrownBy(() -> second.get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(Refused.class)
                    .hasMessage("hold.stands");
        }

        assertThat(portfolio.texts("select opened_by from debt_case")).containsExactly("deniz");
        assertThat(portfolio.number("select count(*) from debt_hold where released_at is null"))
                .isEqualTo(2);
    }

    @Test
    void nobodyElseWaitsForIt() throws Exception {
        DebtFile debt = portfolio.file("A-1");
        try (Connection first = portfolio.scoped(TestPortfolio.CLIENT)) {
            place(first, debt, Hold.DECEASED, "deniz");

            // another person, and a dispute of one debt alone
            place("B-1", Hold.DECEASED, "olga");
            place("A-2", Hold.DISPUTE, "olga");
            first.commit();
        }
        assertThat(portfolio.number("select count(*) from debt_case")).isEqualTo(3);
    }

    @Test
    void aDebtThatIsPlacedWhileTheHoldIsWrittenGetsIt() throws Exception {
        DebtFile debt = portfolio.file("A-1");
        try (Connection first = portfolio.scoped(TestPortfolio.CLIENT)) {
            place(first, debt, Hold.DECEASED, "deniz");
            CompletableFuture<UUID> second =
                    CompletableFuture.supplyAsync(() -> portfolio.in(HoldsAtOneInstantTest::placeAnother));
            portfolio.awaitSomebodyWhoWaits();
            first.commit();
            second.get(20, TimeUnit.SECONDS);
        }

        assertThat(portfolio.file("A-3").holds()).containsExactly(Hold.DECEASED);
    }

    @Test
    void aHoldThatIsWrittenWhileADebtIsPlacedStandsOnItToo() throws Exception {
        try (Connection first = portfolio.scoped(TestPortfolio.CLIENT)) {
            placeAnother(first);
            CompletableFuture<UUID> second = CompletableFuture.supplyAsync(() -> place("A-1", Hold.DECEASED, "olga"));
            portfolio.awaitSomebodyWhoWaits();
            first.commit();
            second.get(20, TimeUnit.SECONDS);
        }

        assertThat(portfolio.file("A-3").holds()).containsExactly(Hold.DECEASED);
        assertThat(portfolio.file("A-2").holds()).containsExactly(Hold.DECEASED);
    }

    private static UUID placeAnother(Connection c) {
        UUID placement = TestPortfolio.place(
                c,
                """
                reference;customer_id;name;phone;principal;past_due_since
                A-3;C-1;Ayşe Öz;0532 123 01 11;400,00;2026-02-15
                """,
                NOW);
        new HoldBook(c, new FakeOutreach(), NOW).extend(TestPortfolio.CLIENT, placement, "bora");
        return placement;
    }

    private UUID place(String reference, Hold kind, String login) {
        DebtFile debt = portfolio.file(reference);
        return portfolio.in(c -> place(c, debt, kind, login));
    }

    private static UUID place(Connection c, DebtFile debt, Hold kind, String login) {
        return new HoldBook(c, new FakeOutreach(), NOW).place(debt, kind, "said so", login);
    }
}
