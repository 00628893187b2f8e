package org.fairlead.campaign.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.fairlead.campaign.CampaignView;
import org.fairlead.campaign.Dialing;
import org.fairlead.campaign.TestCampaign;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class CampaignBookTest {

    private static final String CONTACT =
            """
            insert into contact (client_id, contact_id, campaign_id, direction, state, gateway, call_id, offered_at, outcome)
            select 7, gen_random_uuid(), '%s', '%s', 'ENDED', 'manila', gen_random_uuid(), now() - interval '%s', '%s'
            from generate_series(1, %d)
            """;

    private final TestCampaign campaign = new TestCampaign();

    @AfterEach
    void close() {
        campaign.close();
    }

    @Test
    void abandonedCallsAreCountedOverTheWindowOfTheCampaign() throws SQLException {
        contacts("OUTBOUND", "0 days", "HANDLED", 3);
        contacts("OUTBOUND", "0 days", "ABANDONED", 1);
        contacts("OUTBOUND", "0 days", "NO_ANSWER", 5);
        contacts("INBOUND", "0 days", "ABANDONED", 5);
        contacts("OUTBOUND", "10 days", "ABANDONED", 2);
        hour("10 days", 2, 2);
        contacts("OUTBOUND", "40 days", "ABANDONED", 4);
        hour("40 days", 4, 4);

        Dialing.Count day = counted();
        campaign.execute("update campaign set abandon_window = 'DAYS_30'");

        assertThat(day).isEqualTo(new Dialing.Count(4, 1));
        assertThat(counted()).isEqualTo(new Dialing.Count(6, 3));
    }

    @Test
    void anAgentWhoCameAfterTwoSecondsDoesNotMakeACallAnAnsweredOne() throws SQLException {
        contacts("OUTBOUND", "0 days", "HANDLED", 3);
        campaign.execute(
                "update contact set queued_at = offered_at, connected_at = offered_at + interval '1.9 seconds'");
        contacts("OUTBOUND", "0 days", "HANDLED", 2);
        campaign.execute("update contact set queued_at = offered_at, connected_at = offered_at + interval '2.1 seconds'"
                + " where connected_at is null");

        assertThat(counted()).isEqualTo(new Dialing.Count(5, 2));
    }

    /** What the decision counted in an hour that is over. */
    private void hour(String ago, int answered, int abandoned) {
        campaign.execute(
                "insert into outreach_live_hour values (7, '%s', date_trunc('hour', now() - interval '%s'), %d, %d)"
                        .formatted(TestCampaign.CAMPAIGN, ago, answered, abandoned));
    }

    private Dialing.Count counted() throws SQLException {
        try (Connection c = campaign.scoped(TestCampaign.CLIENT)) {
            CampaignView view = CampaignBook.one(c, TestCampaign.CAMPAIGN, Instant.EPOCH);
            return view.abandonment();
        }
    }

    private void contacts(String direction, String ago, String outcome, int count) {
        campaign.execute(CONTACT.formatted(TestCampaign.CAMPAIGN, direction, ago, outcome, count));
    }
}
