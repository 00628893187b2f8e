package org.fairlead.campaign.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.campaign.AttemptEnd;
import org.fairlead.campaign.DialMode;
import org.fairlead.campaign.Dialing;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.campaign.TakenLead;
import org.fairlead.campaign.TestCampaign;
import org.fairlead.compliance.control.RuledOutreach;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Calls without agents pass the same decision as all others, and what is pressed is heard. */
@Tag("database")
class AgentlessAttemptTest {

    /** A Monday noon in New York. */
    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    private static final String NUMBER = "+12125550123";

    private final TestCampaign campaign = new TestCampaign();
    private final AttemptBook book = new AttemptBook(new RuledOutreach());

    @BeforeEach
    void announce() {
        campaign.execute(
                """
                update campaign set mode = 'AGENTLESS', agentless = '{"texts": {"en": "Good day."}, "connectKey": "1",
                  "stopKey": "9", "lines": 3, "perMinute": 60}' where campaign_id = '%1$s';
                insert into lead (client_id, lead_id, campaign_id, list_id, number, name, country, time_zones)
                values (7, gen_random_uuid(), '%1$s', '%2$s', '%3$s', 'Anna', 'US', '{America/New_York}')
                """
                        .formatted(TestCampaign.CAMPAIGN, TestCampaign.LIST, NUMBER));
    }

    @AfterEach
    void dropDatabase() {
        campaign.close();
    }

    @Test
    void arePacedAndWordedAsTheirCampaignSays() {
        assertThat(running().mode()).isEqualTo(DialMode.AGENTLESS);
        assertThat(running().agentless().lines()).isEqualTo(3);
        assertThat(running().agentless().text("it", "en")).isEqualTo("Good day.");
    }

    @Test
    void areDeniedToWhoIsOnTheListAndWrittenDownAsEveryOther() {
        campaign.execute("insert into do_not_call (client_id, number, since, source) values (7, '%s', now(), 'letter')"
                .formatted(NUMBER));
        consent();

        assertThat(take()).isEmpty();
        assertThat(campaign.count("attempt where state = 'DENIED' and mode = 'AGENTLESS'"))
                .isEqualTo(1);
    }

    @Test
    void areNotMadeWithoutTheConsentThatTheLawAsksForRecordedVoices() {
        assertThat(take()).isEmpty();
        assertThat(campaign.count("attempt where state = 'DENIED'")).isEqualTo(1);
        campaign.execute("update lead set state = 'READY', next_at = null");
        campaign.execute("update campaign set mode = 'PREDICTIVE'");
        assertThat(take()).as("an agent may call").hasSize(1);
    }

    @Test
    void whoPressesTheKeyIsOnTheInternalListAtOnce() {
        consent();
        TakenLead lead = take().get(0);

        end(lead.attemptId(), "HANDLED", "DO_NOT_CALL");

        assertThat(campaign.count("do_not_call where client_id = 7 and number = '" + NUMBER + "'"))
                .isEqualTo(1);
        assertThat(campaign.count("lead where state = 'DO_NOT_CALL'")).isEqualTo(1);
        assertThat(take()).isEmpty();
    }

    @Test
    void areNeitherLiveNorAbandonedForTheRegulatorsCount() {
        consent();
        TakenLead lead = take().get(0);
        campaign.execute(
                """
                insert into contact (client_id, contact_id, program_id, campaign_id, lead_id, attempt_id, direction, state,
                  language, dialled, remote, label, gateway, call_id, offered_at, queued_at, ended_at, closed_at, outcome)
                values (7, '%1$s', '%2$s', '%3$s', '%4$s', '%1$s', 'OUTBOUND', 'ENDED', 'en', '%5$s', '%5$s', '', 'manila',
                  '%1$s', '%6$s', '%6$s', '%6$s', '%6$s', 'ABANDONED')
                """
                        .formatted(
                                lead.attemptId(),
                                TestCampaign.PROGRAM,
                                TestCampaign.CAMPAIGN,
                                lead.leadId(),
                                NUMBER,
                                NOON.plusSeconds(5)));

        end(lead.attemptId(), "ABANDONED", null);

        assertThat(count()).extracting(Dialing.Count::answered).isEqualTo(0);
        assertThat(campaign.count("outreach_live_hour")).isZero();
        campaign.execute("update attempt set mode = 'PREDICTIVE'");
        assertThat(count())
                .as("of another mode it would be")
                .extracting(Dialing.Count::abandoned)
                .isEqualTo(1);
        assertThat(count().until()).isAfter(NOON);
    }

    private void consent() {
        campaign.execute(
                """
                insert into consent (client_id, consent_id, number, given, since, source, proof, recorded_by, recorded_at)
                values (7, gen_random_uuid(), '%s', true, '2026-11-01Z', 'form', 'p. 4', 'clara', '2026-11-01Z')
                """
                        .formatted(NUMBER));
    }

    private Dialing.Count count() {
        try (Connection c = campaign.connect(DatabaseRole.ENGINE)) {
            return book.abandonment(c, running(), NOON.plusSeconds(60));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private RunningCampaign running() {
        try (Connection c = campaign.connect(DatabaseRole.ENGINE)) {
            return book.running(c).stream()
                    .filter(one -> one.campaignId().equals(TestCampaign.CAMPAIGN))
                    .findFirst()
                    .orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<TakenLead> take() {
        return in(c -> book.take(c, running(), 5, () -> NOON));
    }

    private void end(UUID attempt, String outcome, @Nullable String disposition) {
        in(c -> book.end(
                c,
                new AttemptEnd(
                        TestCampaign.CLIENT, attempt, outcome, disposition, null, null, false, NOON.plusSeconds(20))));
    }

    private <T> T in(Function<Connection, T> work) {
        try (Connection c = campaign.scoped(TestCampaign.CLIENT)) {
            T result = work.apply(c);
            c.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
