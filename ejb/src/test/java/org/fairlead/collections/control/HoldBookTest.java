package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.UUID;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.Hold;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.compliance.DebtStops.Stop;
import org.fairlead.shared.NotFound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class HoldBookTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final TestPortfolio portfolio = new TestPortfolio();
    private final FakeOutreach outreach = new FakeOutreach();

    @BeforeEach
    void placeTwoDebtsOfOnePersonWithAGuarantor() {
        portfolio.place(
                """
                reference;customer_id;name;phone;principal;past_due_since;guarantor_name;guarantor_reference;guarantor_phone
                A-1;C-1;Ayşe Öz;0532 123 01 11;100,00;2026-01-15;Can Su;C-2;0532 123 01 13
                A-2;C-1;Ayşe Öz;0532 123 01 11;200,00;2026-01-15;;;
                B-1;C-2;Can Su;0532 123 01 13;300,00;2026-01-15;;;
                """,
                NOW);
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void whatIsTrueOfThePersonStandsOnAllThatThePersonOwes() {
        place("A-1", Hold.BREATHING_SPACE);

        assertThat(portfolio.file("A-1").holds()).containsExactly(Hold.BREATHING_SPACE);
        assertThat(portfolio.file("A-2").holds()).containsExactly(Hold.BREATHING_SPACE);
        assertThat(portfolio.file("B-1").holds()).isEmpty();
        assertThat(portfolio.number("select count(*) from debt_hold where stops_interest"))
                .isEqualTo(2);
    }

    @Test
    void theGuarantorIsStoppedForTheDebtAloneAndTheDebtorForAll() {
        place("A-1", Hold.DECEASED);

        assertThat(outreach.standing())
                .extracting(Stop::person, Stop::debt)
                .containsExactlyInAnyOrder(
                        tuple("C-1", null),
                        tuple("C-2", portfolio.debt("A-1").toString()),
                        tuple("C-1", portfolio.debt("A-2").toString()));
    }

    @Test
    void aDisputeIsAboutOneDebt() {
        place("A-1", Hold.DISPUTE);

        assertThat(portfolio.file("A-2").holds()).isEmpty();
        assertThat(outreach.standing())
                .extracting(Stop::debt)
                .containsOnly(portfolio.debt("A-1").toString());
    }

    @Test
    void whatWasPlacedOnAllIsReleasedOnAllFromAnyOfThem() {
        place("A-1", Hold.BANKRUPT);

        release("A-2", Hold.BANKRUPT);

        assertThat(portfolio.file("A-1").holds()).isEmpty();
        assertThat(outreach.standing()).isEmpty();
        assertThatThrownBy(() -> release("B-1", Hold.BANKRUPT)).isInstanceOf(NotFound.class);
    }

    private void place(String reference, Hold kind) {
        DebtFile debt = portfolio.file(reference);
        portfolio.in(c -> new HoldBook(c, outreach, NOW).place(debt, kind, "told us", "deniz"));
    }

    private void release(String reference, Hold kind) {
        UUID debt = portfolio.debt(reference);
        portfolio.in(c -> {
            new HoldBook(c, outreach, NOW).release(TestPortfolio.CLIENT, debt, kind, "over", "clara");
            return debt;
        });
    }
}
