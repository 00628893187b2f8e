package org.fairlead.reporting.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.fairlead.campaign.TestCampaign;
import org.fairlead.reporting.CampaignHalts.HaltedCampaign;
import org.fairlead.reporting.FloorFigures.Halt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an agent who waits is told of the campaigns that call nobody. */
@Tag("database")
class HaltedCampaignsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    private final TestCampaign campaign = new TestCampaign();

    @AfterEach
    void dropDatabase() {
        campaign.close();
    }

    @Test
    void areThoseWithoutALeadThatIsDueAndWhoseSkillsOneHas() throws SQLException {
        campaign.execute(
                """
                insert into person_skill (person_id, skill, proficiency) values ('%1$s', 'lang:en', 4);
                update campaign set skills = '{"lang:en": 5}' where campaign_id = '%2$s';
                """
                        .formatted(TestCampaign.PERSON, TestCampaign.SECOND_CAMPAIGN));

        assertThat(seen()).singleElement().satisfies(one -> {
            assertThat(one.client()).isEqualTo("Seven");
            assertThat(one.campaign()).isEqualTo("One");
            assertThat(one.halt()).isEqualTo(new Halt(Halt.Why.USED_UP, null, null));
        });

        campaign.execute(
                """
                insert into lead (client_id, lead_id, campaign_id, list_id, number, name, country, time_zones)
                values (7, gen_random_uuid(), '%s', '%s', '+12125550123', 'Anna', 'US', '{America/New_York}')
                """
                        .formatted(TestCampaign.CAMPAIGN, TestCampaign.LIST));
        assertThat(seen()).as("somebody is due").isEmpty();
    }

    @Test
    void areNotThoseOfAnotherClient() throws SQLException {
        campaign.execute("insert into person_skill (person_id, skill, proficiency) values ('%s', 'lang:en', 5)"
                .formatted(TestCampaign.PERSON));

        try (Connection c = campaign.scoped(TestCampaign.STRANGER)) {
            assertThat(HaltedCampaigns.of(c, TestCampaign.PERSON, NOON)).isEmpty();
        }
    }

    private List<HaltedCampaign> seen() throws SQLException {
        try (Connection c = campaign.scoped(TestCampaign.CLIENT)) {
            return HaltedCampaigns.of(c, TestCampaign.PERSON, NOON);
        }
    }
}
