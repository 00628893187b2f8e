package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fairlead.collections.DebtLaw.Saying;
import org.fairlead.collections.DebtLaw.TextEdit;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.script.ScriptBlock;
import org.fairlead.shared.ClientId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class StatutoryBlocksTest {

    private static final UUID FIRST = UUID.fromString("00000000-0000-7000-8000-000000000021");
    private static final UUID SECOND = UUID.fromString("00000000-0000-7000-8000-000000000022");

    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");

    private final TestPortfolio portfolio = new TestPortfolio();

    @BeforeEach
    void placeADebt() {
        portfolio.execute("delete from debt where client_id = 7");
        portfolio.place(
                """
                reference;customer_id;name;phone;principal;past_due_since
                A-1;C-1;Ayşe Öz;0532 123 01 11;100,00;2026-01-15
                """,
                Instant.parse("2026-03-02T09:00:00Z"));
        for (UUID contact : List.of(FIRST, SECOND)) {
            portfolio.execute(
                    """
                    insert into contact (client_id, contact_id, direction, state, gateway, call_id, offered_at)
                    values (7, '%1$s', 'OUTBOUND', 'CONNECTED', 'izmir', '%1$s', now())
                    """
                            .formatted(contact));
        }
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void nothingIsThereBeforeThePersonWasChecked() {
        assertThat(blocks(FIRST)).isEmpty();
        tried(FIRST);
        assertThat(blocks(FIRST)).isEmpty();
    }

    @Test
    void theFirstTimeHasTheFirstDisclosureAndTheRightsInEachLanguage() {
        passed(FIRST, "2026-03-02T09:00:00Z");

        assertThat(blocks(FIRST))
                .extracting(ScriptBlock::id)
                .containsExactly("statutory-FIRST-TR", "statutory-RIGHTS-TR");
        assertThat(blocks(FIRST))
                .allMatch(ScriptBlock::mandatory)
                .allMatch(block -> block.kind() == ScriptBlock.Kind.DISCLOSURE);
        assertThat(blocks(FIRST).get(0).text()).containsKeys("tr", "en");
        assertThat(blocks(FIRST).get(0).heading().get("en")).contains("6698");
        assertThat(blocks(FIRST).get(1).heading()).containsEntry("tr", "İtiraz hakkı");
    }

    @Test
    void laterOnesAreShorterUntilANoticeOpensTheTimeToDisputeAgain() {
        passed(FIRST, "2026-03-02T09:00:00Z");
        passed(SECOND, "2026-03-09T09:00:00Z");

        assertThat(blocks(SECOND)).extracting(ScriptBlock::id).containsExactly("statutory-LATER-TR");
        portfolio.execute("update debt set status = 'VALIDATION' where client_id = 7");
        assertThat(blocks(SECOND))
                .extracting(ScriptBlock::id)
                .containsExactly("statutory-LATER-TR", "statutory-RIGHTS-TR");
    }

    @Test
    void theLawOfTheDebtAndThatOfTheDebtorsCountryBothHaveTheirSay() {
        portfolio.execute("update customer set country = 'US' where client_id = 7");
        passed(FIRST, "2026-03-02T09:00:00Z");

        assertThat(blocks(FIRST))
                .extracting(ScriptBlock::id)
                .contains("statutory-FIRST-TR", "statutory-FIRST-US", "statutory-RIGHTS-US");
    }

    @Test
    void whereNoCountrySaysAnythingTheHouseRuleHolds() {
        portfolio.execute("update customer set country = 'DE' where client_id = 7;"
                + " update portfolio set country = 'DE' where client_id = 7");
        passed(FIRST, "2026-03-02T09:00:00Z");

        assertThat(blocks(FIRST)).extracting(ScriptBlock::id).containsExactly("statutory-FIRST-*");
    }

    /** A country that says something of its own about one occasion keeps the house's words for the others. */
    @Test
    void whereACountryIsSilentOnOneOccasionTheHouseRuleHoldsForThat() throws SQLException {
        portfolio.execute("update customer set country = 'DE' where client_id = 7;"
                + " update portfolio set country = 'DE' where client_id = 7");
        try (var c = portfolio.scoped(new ClientId(0))) {
            List<Saying> sayings = List.of(new Saying("tr", "Haklar", "İtiraz edebilirsiniz."));
            LocalDate from = LocalDate.of(2026, 3, 10);
            new LawBook(c, NOW).write(new TextEdit("DE", "RIGHTS", from, "BGB 13", "law", "read", sayings), "clara");
            c.commit();
        }
        passed(FIRST, "2026-03-02T09:00:00Z");

        assertThat(blocks(FIRST))
                .extracting(ScriptBlock::id)
                .containsExactly("statutory-FIRST-*", "statutory-RIGHTS-DE");
    }

    @Test
    void anotherClientsScopeSeesNone() throws SQLException {
        passed(FIRST, "2026-03-02T09:00:00Z");

        try (var c = portfolio.scoped(TestPortfolio.STRANGER)) {
            assertThat(StatutoryBlocks.of(c, FIRST, NOW)).isEmpty();
        }
    }

    private List<ScriptBlock> blocks(UUID contact) {
        return portfolio.in(c -> StatutoryBlocks.of(c, contact, NOW));
    }

    private void tried(UUID contact) {
        portfolio.execute("insert into debtor_check (client_id, contact_id, customer_id, tries, login)"
                + " select 7, '%s', customer_id, 1, 'deniz' from customer where client_id = 7".formatted(contact));
    }

    private void passed(UUID contact, String at) {
        portfolio.execute("insert into debtor_check (client_id, contact_id, customer_id, tries, passed_at, login)"
                + " select 7, '%s', customer_id, 1, '%s', 'deniz' from customer where client_id = 7"
                        .formatted(contact, at));
    }
}
