package org.fairlead.campaign.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.campaign.AgentlessPlan;
import org.fairlead.campaign.CampaignSettings;
import org.fairlead.campaign.DialMode;
import org.fairlead.campaign.Dialing;
import org.fairlead.campaign.Dialing.Window;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCheckTest {

    @ParameterizedTest
    @CsvSource({
        "0.9, 0.03, 1, campaign.pace",
        "10.1, 0.03, 1, campaign.pace",
        "NaN, 0.03, 1, campaign.pace",
        "1.5, 0.03, 0, campaign.pace",
        "1.5, 0.03, 101, campaign.pace",
        "1.5, 0.051, 1, campaign.abandonment",
        "1.5, -0.001, 1, campaign.abandonment",
        "1.5, NaN, 1, campaign.abandonment",
    })
    void aPaceThatNoLawOrFloorBearsIsRefused(double lines, double limit, int weight, String why) {
        CampaignSettings settings = settings(new Dialing(lines, limit, Window.DAY, weight));

        assertThat(SettingsCheck.problem(settings)).contains(why);
    }

    @Test
    void theUsualPaceIsTakenAndAChangeIsNamedForTheAudit() {
        CampaignSettings before = settings(Dialing.USUAL);
        CampaignSettings after = settings(new Dialing(2, 0.01, Window.DAYS_30, 3));

        assertThat(SettingsCheck.problem(before)).isEmpty();
        assertThat(after.difference(before))
                .containsOnlyKeys("linesPerAgent", "abandonment", "weight")
                .containsEntry("abandonment", "0.03/DAY -> 0.01/DAYS_30");
    }

    @ParameterizedTest
    @CsvSource({
        "AGENTLESS, tr, 1, 9, 10, 60,",
        "AGENTLESS, en, 1, 9, 10, 60, campaign.agentless.text",
        "PREDICTIVE, en, 1, 9, 10, 60,",
        "AGENTLESS, tr, '', 9, 10, 60,",
        "AGENTLESS, tr, 9, 9, 10, 60, campaign.agentless.keys",
        "AGENTLESS, tr, 1, '', 10, 60, campaign.agentless.keys",
        "AGENTLESS, tr, 1, 12, 10, 60, campaign.agentless.keys",
        "AGENTLESS, tr, 1, 9, 0, 60, campaign.agentless.pace",
        "AGENTLESS, tr, 1, 9, 10, 3001, campaign.agentless.pace"
    })
    void aCampaignWithoutAgentsHasATextInItsLanguageAWayOutAndAPace(
            DialMode mode,
            String language,
            String connect,
            String stop,
            int lines,
            int perMinute,
            @Nullable String why) {
        AgentlessPlan plan = new AgentlessPlan(Map.of(language, "Good day."), connect, stop, lines, perMinute);

        assertThat(SettingsCheck.problem(settings(mode, Dialing.USUAL, plan))).isEqualTo(Optional.ofNullable(why));
    }

    private static CampaignSettings settings(Dialing dialing) {
        return settings(DialMode.PREDICTIVE, dialing, AgentlessPlan.USUAL);
    }

    private static CampaignSettings settings(DialMode mode, Dialing dialing, AgentlessPlan agentless) {
        return new CampaignSettings(
                new ClientId(2),
                new UUID(0, 1),
                "early",
                "Early",
                mode,
                "izmir",
                "+908502001009",
                "tr",
                Map.of(),
                "TR",
                LocalTime.of(9, 0),
                LocalTime.of(18, 0),
                25,
                true,
                3,
                7,
                dialing,
                agentless,
                Map.of(),
                0);
    }
}
