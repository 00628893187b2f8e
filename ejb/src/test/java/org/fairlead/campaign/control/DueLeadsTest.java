package org.fairlead.campaign.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.campaign.TestCampaign;
import org.fairlead.compliance.control.RuledOutreach;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which leads are due, asked each second, however large the campaign is. */
@Tag("database")
class DueLeadsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");
    private static final int WAITING = 20_000;

    private final TestCampaign campaign = new TestCampaign();
    private final ZoneTurns turns = new ZoneTurns();

    @AfterEach
    void dropDatabase() {
        campaign.close();
    }

    @Test
    void comeByRankAndThoseThatWereNeverTriedBeforeThoseOfTheirRank() throws SQLException {
        lead("+12125550101", 2, "null");
        lead("+12125550102", 1, "'2026-11-23T16:00:00Z'");
        lead("+12125550103", 1, "'2026-11-23T15:00:00Z'");
        lead("+12125550104", 1, "null");
        lead("+12125550105", 1, "'2026-11-23T18:00:00Z'");

        try (Connection c = campaign.scoped(TestCampaign.CLIENT)) {
            assertThat(due(c, 4))
                    .extracting(LeadCandidate::number)
                    .containsExactly("+12125550104", "+12125550103", "+12125550102", "+12125550101");
            assertThat(due(c, 2)).extracting(LeadCandidate::number).containsExactly("+12125550104", "+12125550103");
        }
    }

    @Test
    void areFoundWithoutLookingAtThoseThatWait() throws SQLException {
        campaign.execute(
                """
                insert into lead (client_id, lead_id, campaign_id, list_id, number, name, country, time_zones, next_at)
                select 7, gen_random_uuid(), '%s', '%s', '+1' || (2125000000 + n), 'Anna', 'US', '{America/New_York}',
                       '2026-11-24T17:00:00Z' from generate_series(1, %d) n
                """
                        .formatted(TestCampaign.CAMPAIGN, TestCampaign.LIST, WAITING));
        campaign.execute("analyze lead");
        lead("+12125550101", 0, "null");

        try (Connection c = campaign.scoped(TestCampaign.CLIENT)) {
            assertThat(due(c, 5)).hasSize(1);
            int looked = Sql.number(
                    c,
                    "select coalesce(idx_tup_fetch, 0) + seq_tup_read from pg_stat_xact_user_tables where relname = 'lead'");

            assertThat(looked).isLessThan(20);
        }
    }

    @Test
    void eachTimeZoneHasItsTurnHoweverTheListIsSorted() throws SQLException {
        campaign.execute(
                """
                insert into lead (client_id, lead_id, campaign_id, list_id, number, name, country, time_zones)
                select 7, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '%s', '%s',
                       '+1' || (2125000000 + n), 'Anna', 'US',
                       array[case when n <= 300 then 'America/New_York' when n <= 400 then 'America/Chicago'
                             else 'America/Los_Angeles' end] from generate_series(1, 500) n
                """
                        .formatted(TestCampaign.CAMPAIGN, TestCampaign.LIST));

        try (Connection c = campaign.scoped(TestCampaign.CLIENT)) {
            List<LeadCandidate> six = due(c, 6);
            List<LeadCandidate> four = due(c, 4);

            assertThat(six)
                    .extracting(lead -> lead.zones().get(0).getId())
                    .containsExactly(
                            "America/New_York",
                            "America/Chicago",
                            "America/Los_Angeles",
                            "America/New_York",
                            "America/Chicago",
                            "America/Los_Angeles");
            assertThat(four).extracting(lead -> lead.zones().get(0).getId()).containsOnlyOnce("America/Chicago");
        }
    }

    private void lead(String number, int rank, String nextAt) {
        campaign.execute(
                """
                insert into lead (client_id, lead_id, campaign_id, list_id, number, name, country, time_zones, rank, next_at)
                values (7, gen_random_uuid(), '%s', '%s', '%s', 'Anna', 'US', '{America/New_York}', %d, %s)
                """
                        .formatted(TestCampaign.CAMPAIGN, TestCampaign.LIST, number, rank, nextAt));
    }

    private List<LeadCandidate> due(Connection c, int most) throws SQLException {
        try (Connection allClients = campaign.connect(DatabaseRole.ENGINE)) {
            RunningCampaign running = new AttemptBook(new RuledOutreach())
                    .running(allClients).stream()
                            .filter(r -> r.campaignId().equals(TestCampaign.CAMPAIGN))
                            .findFirst()
                            .orElseThrow();
            return AttemptStore.due(c, running, "READY", NOW, Set.of(), most, turns);
        }
    }
}
