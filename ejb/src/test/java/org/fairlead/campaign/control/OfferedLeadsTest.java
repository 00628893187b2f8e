package org.fairlead.campaign.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.fairlead.campaign.AttemptEnd;
import org.fairlead.campaign.Campaigns.Recycling;
import org.fairlead.campaign.LeadOffers.Offer;
import org.fairlead.campaign.TestCampaign;
import org.fairlead.compliance.control.RuledOutreach;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class OfferedLeadsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    private static final UUID DEBT = UUID.fromString("00000000-0000-7000-8000-000000000031");
    private static final UUID ANOTHER = UUID.fromString("00000000-0000-7000-8000-000000000032");
    private static final UUID ATTEMPT = UUID.fromString("00000000-0000-7000-8000-000000000033");

    private final TestCampaign campaign = new TestCampaign();
    private final OfferedLeads leads = new OfferedLeads();

    @AfterEach
    void dropDatabase() {
        campaign.close();
    }

    @Test
    void onlyLeadsAboutTheDebtAreWithdrawn() {
        offer("+12125550141", "C-1", DEBT);
        offer("+12125550142", "C-2", ANOTHER);

        withdraw(DEBT);

        assertThat(state("C-1")).isEqualTo("DONE");
        assertThat(state("C-2")).isEqualTo("READY");
    }

    @Test
    void aCallThatIsUnderWayIsNotTriedAgainAfterItWasWithdrawn() {
        offer("+12125550141", "C-1", DEBT);
        dial();

        withdraw(DEBT);
        assertThat(state("C-1")).isEqualTo("TAKEN");
        end("NO_ANSWER", null);

        assertThat(state("C-1")).isEqualTo("DONE");
    }

    @Test
    void aCallbackThatItsAgentAgreedOnStays() {
        offer("+12125550141", "C-1", DEBT);
        dial();

        withdraw(DEBT);
        end("HANDLED", NOON.plusSeconds(3_600));

        assertThat(state("C-1")).isEqualTo("CALLBACK");
    }

    @Test
    void whoIsUsedUpIsNotMadeReadyAgainOnceTheDebtHasEnded() {
        offer("+12125550141", "C-1", DEBT);
        offer("+12125550142", "C-2", ANOTHER);
        dial();
        end("UNKNOWN", null);
        assertThat(state("C-1")).isEqualTo("EXHAUSTED");

        withdraw(DEBT);

        assertThat(state("C-1")).isEqualTo("DONE");
        assertThat(recycled()).isZero();
    }

    @Test
    void aCallThatUsesALeadUpAfterItsDebtHasEndedLeavesNothingToMakeReadyAgain() {
        offer("+12125550141", "C-1", DEBT);
        dial();
        withdraw(DEBT);

        end("UNKNOWN", null);

        assertThat(state("C-1")).isEqualTo("DONE");
        assertThat(recycled()).isZero();
    }

    @Test
    void aMarkedLeadIsNeitherShownAsUsedUpNorMadeReadyAgain() {
        offer("+12125550141", "C-1", DEBT);
        campaign.execute("update lead set state = 'EXHAUSTED', withdrawn = true");

        assertThat(recycled()).isZero();
        in(c -> assertThat(RecycleBook.spent(c, TestCampaign.CLIENT, TestCampaign.CAMPAIGN))
                .isEmpty());
    }

    @Test
    void whoIsOfferedAgainIsTriedAgain() {
        offer("+12125550141", "C-1", DEBT);
        withdraw(DEBT);

        offer("+12125550141", "C-1", ANOTHER);
        dial();
        end("NO_ANSWER", null);

        assertThat(state("C-1")).isEqualTo("READY");
    }

    private void offer(String number, String reference, UUID debt) {
        Offer offer = new Offer(number, "A", null, "US", null, null, reference, Map.of("debt", debt.toString()), -100);
        in(c -> leads.offer(
                c, TestCampaign.CLIENT, TestCampaign.CAMPAIGN, "strategy", TestCampaign.PERSON, NOON, List.of(offer)));
    }

    private void withdraw(UUID debt) {
        in(c -> leads.withdraw(c, TestCampaign.CLIENT, List.of(debt)));
    }

    private int recycled() {
        Recycling all = new Recycling(Set.of("UNKNOWN", "DENIED", "NO_ANSWER"), 0, null);
        int[] ready = new int[1];
        in(c -> ready[0] =
                RecycleBook.recycle(c, TestCampaign.CLIENT, TestCampaign.CAMPAIGN, all, NOON.plusSeconds(86_400)));
        return ready[0];
    }

    private void dial() {
        campaign.execute(
                """
                update lead set state = 'TAKEN' where reference = 'C-1';
                insert into attempt (client_id, attempt_id, campaign_id, lead_id, number, mode, allowed, verdict, written_at, state)
                select client_id, '%s', campaign_id, lead_id, number, 'PROGRESSIVE', true, '{}', '%s', 'SENT' from lead
                where reference = 'C-1'
                """
                        .formatted(ATTEMPT, NOON));
    }

    private void end(String outcome, @Nullable Instant callback) {
        AttemptEnd end = new AttemptEnd(TestCampaign.CLIENT, ATTEMPT, outcome, null, null, callback, false, NOON);
        in(c -> new AttemptBook(new RuledOutreach()).end(c, end));
    }

    private String state(String reference) {
        try (Connection c = campaign.scoped(TestCampaign.CLIENT)) {
            return Sql.one(c, row -> row.getString(1), "select state from lead where reference = ?", reference)
                    .orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void in(Consumer<Connection> work) {
        try (Connection c = campaign.scoped(TestCampaign.CLIENT)) {
            work.accept(c);
            c.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
