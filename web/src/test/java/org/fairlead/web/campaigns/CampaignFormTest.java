package org.fairlead.web.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.fairlead.campaign.CampaignSettings;
import org.fairlead.campaign.DialMode;
import org.fairlead.campaign.Dialing;
import org.fairlead.shared.ClientId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignFormTest {

    @ParameterizedTest
    @CsvSource({"0.009, 0.9", "0.018, 1.8", "0.033, 3.3", "0.03, 3", "0.05, 5", "0, 0"})
    void theLimitIsShownAsItWasWritten(double limit, String shown) {
        CampaignForm form = new CampaignForm(settings(limit));

        assertThat(form.getAbandonPercent()).hasToString(shown);
        assertThat(form.dialing().abandonLimit()).isEqualTo(limit);
    }

    private static CampaignSettings settings(double limit) {
        return new CampaignSettings(
                new ClientId(2),
                new UUID(0, 1),
                "c",
                "C",
                DialMode.POWER,
                "izmir",
                "+908502001009",
                "tr",
                Map.of(),
                "TR",
                LocalTime.of(9, 0),
                LocalTime.of(20, 0),
                25,
                3,
                7,
                new Dialing(1.5, limit, Dialing.Window.DAY, 1),
                Map.of(),
                1);
    }
}
