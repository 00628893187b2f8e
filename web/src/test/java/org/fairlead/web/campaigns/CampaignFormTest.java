package org.fairlead.web.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignFormTest {

    @ParameterizedTest
    @CsvSource({"0.009, 0.9", "0.018, 1.8", "0.033, 3.3", "0.03, 3", "0.05, 5", "0, 0"})
    void theLimitIsShownAsItWasWritten(double limit, String shown) {
        assertThat(CampaignForm.percent(limit)).hasToString(shown);
        assertThat(CampaignForm.part(CampaignForm.percent(limit))).isEqualTo(limit);
    }

    @Test
    void anEmptiedLimitIsNoneThatCouldBeKept() {
        assertThat(CampaignForm.part(null)).isNaN();
    }
}
