package org.fairlead.compliance.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.fairlead.campaign.TestCampaign;
import org.fairlead.collections.control.DebtNameBook;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.Jurisdictions.Address;
import org.fairlead.compliance.Outreach.Candidate;
import org.fairlead.compliance.Outreach.Effort;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.OutreachFacts.Manner;
import org.fairlead.compliance.OutreachLimits;
import org.fairlead.compliance.PastContact;
import org.fairlead.compliance.PastContact.Place;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.Wishes.Hold;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A debt is written as the client calls it, and judged by the name that leads and attempts carry. */
@Tag("database")
class WrittenDebtsTest {

    private static final ClientId CLIENT = TestCampaign.CLIENT;
    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    private static final String NUMBER = "+15185550100";
    private static final UUID DEBT = UUID.fromString("00000000-0000-7000-8000-000000000021");
    private static final UUID OTHER_DEBT = UUID.fromString("00000000-0000-7000-8000-000000000022");
    private static final UUID TWIN = UUID.fromString("00000000-0000-7000-8000-000000000023");

    private final TestCampaign campaign = new TestCampaign();
    private Connection c;
    private WishBook wishes;

    @BeforeEach
    void placeDebts() {
        campaign.execute(
                """
                insert into portfolio (client_id, portfolio_id, program_id, code, name, currency, country) values
                  (7, '%1$s', '%1$s', 'cards', 'Cards', 'USD', 'US'), (7, '%2$s', '%1$s', 'loans', 'Loans', 'USD', 'US');
                insert into placement (client_id, placement_id, portfolio_id, file_name, file_hash, kind, uploaded_by,
                  uploaded_at, state, all_or_none) values (7, '%1$s', '%1$s', 'a.csv', 'x', 'PLACEMENT', '%3$s', now(), 'LOADED', false);
                insert into debt (client_id, debt_id, portfolio_id, placement_id, reference, currency, status, past_due_since,
                  placed_on) values
                  (7, '%4$s', '%1$s', '%1$s', 'AK-K-100241', 'USD', 'WORKING', '2026-01-01', '2026-02-01'),
                  (7, '%5$s', '%1$s', '%1$s', 'AK-K-100242', 'USD', 'WORKING', '2026-01-01', '2026-02-01'),
                  (7, '%6$s', '%2$s', '%1$s', 'AK-K-100242', 'USD', 'WORKING', '2026-01-01', '2026-02-01');
                """
                        .formatted(
                                TestCampaign.PROGRAM,
                                TestCampaign.CAMPAIGN,
                                TestCampaign.PERSON,
                                DEBT,
                                OTHER_DEBT,
                                TWIN));
        c = campaign.scoped(CLIENT);
        wishes = new WishBook(c, CLIENT, new DebtNameBook(), stopped -> {});
    }

    @AfterEach
    void leave() throws SQLException {
        c.close();
        campaign.close();
    }

    @Test
    void aHoldOnTheClientsReferenceStopsTheAttemptThatCarriesOurId() {
        wishes.hold(NUMBER, "dispute", "AK-K-100241", NOON, null, "letter");

        assertThat(held(DEBT)).isTrue();
        assertThat(held(OTHER_DEBT)).as("a dispute is about one debt").isFalse();
        assertThat(wishes.said(NUMBER).holds()).extracting(Hold::debt).containsExactly("AK-K-100241");
    }

    @Test
    void aReferenceThatStandsForTwoDebtsHoldsBothAndOneThatIsNoneIsRefused() {
        assertThat(wishes.hold(NUMBER, "dispute", "AK-K-100242", NOON, null, "letter"))
                .hasSize(2);

        assertThat(held(OTHER_DEBT)).isTrue();
        assertThat(held(TWIN)).isTrue();
        assertThat(held(DEBT)).isFalse();
        assertThatThrownBy(() -> wishes.hold(NUMBER, "dispute", "AK-K-1", NOON, null, "letter"))
                .isInstanceOf(Refused.class)
                .hasMessage("hold.debt");
    }

    @Test
    void aContactMadeElsewhereCountsForTheDebtOfItsReference() {
        take("at,number,debt\n2026-11-20T10:00:00Z,%1$s,AK-K-100241\n2026-11-20T11:00:00Z,%1$s,AK-K-100242\n");

        assertThat(facts(DEBT).past())
                .extracting(PastContact::debt)
                .as("a reference that stands for two counts for each")
                .containsExactlyInAnyOrder(DEBT.toString(), null);
        assertThatThrownBy(() -> take("at,number,debt\n2026-11-20T12:00:00Z,%1$s,AK-K-1\n"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.arguments())
                        .containsExactly(2L, "AK-K-1"))
                .hasMessage("import.debt");
    }

    @Test
    void aClientThatHandsOverNoDebtsNamesThemInItsOwnLists() {
        Sql.update(c, "delete from debt");
        Sql.update(c, "delete from placement");
        Sql.update(c, "delete from vintage");
        Sql.update(c, "delete from portfolio");

        wishes.hold(NUMBER, "dispute", "A", NOON, null, "letter");

        assertThat(judge("A").allowed()).isFalse();
    }

    private boolean held(UUID debt) {
        return judge(debt.toString()).denials().stream()
                .anyMatch(denial -> denial.rule().equals("HOLD"));
    }

    private Verdict judge(String debt) {
        return new RuledOutreach()
                .judge(c, effort(), List.of(candidate(debt)), NOON)
                .get(0);
    }

    private OutreachFacts facts(UUID debt) {
        return new RuledOutreach()
                .facts(c, effort(), List.of(candidate(debt.toString())), NOON)
                .get(0);
    }

    private static Candidate candidate(String debt) {
        return new Candidate(NUMBER, null, debt, Place.PERSONAL, new Address("US", "NY", null), List.of(), null);
    }

    private static Effort effort() {
        return new Effort(
                CLIENT,
                TestCampaign.CAMPAIGN,
                Channel.VOICE,
                List.of("US"),
                Manner.byHand(30, "+12125550100"),
                new OutreachLimits("COLLECTIONS", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 99, 7));
    }

    private void take(String csv) {
        byte[] bytes = csv.formatted(NUMBER).getBytes(StandardCharsets.UTF_8);
        new TakeInPast(wishes, "old.csv", "clara", NOON).take(new ByteArrayInputStream(bytes));
    }
}
