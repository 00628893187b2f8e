package org.fairlead.web.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.campaign.CampaignView;
import org.fairlead.campaign.CampaignView.Counts;
import org.fairlead.campaign.DialMode;
import org.fairlead.campaign.Dialing;
import org.fairlead.i18n.Language;
import org.fairlead.i18n.Words;
import org.fairlead.shared.ClientId;
import org.fairlead.web.tables.Order;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignOrderTest {

    private static final List<CampaignView> ONE_OF_EACH_MODE = Arrays.stream(DialMode.values())
            .map(mode -> campaign(mode.name(), mode, "PAUSED"))
            .toList();

    /** What stands in the column decides, not what it is called in the program. */
    @ParameterizedTest
    @CsvSource({
        "TR, , AGENTLESS PROGRESSIVE MANUAL POWER PREDICTIVE PREVIEW",
        "TR, desc, PREVIEW PREDICTIVE POWER MANUAL PROGRESSIVE AGENTLESS",
        "EN, , AGENTLESS MANUAL POWER PREDICTIVE PREVIEW PROGRESSIVE"
    })
    void modesAreInTheReadersAlphabet(Language language, String direction, String expected) {
        assertThat(sorted(language, "mode", direction, ONE_OF_EACH_MODE))
                .extracting(CampaignView::name)
                .containsExactly(expected.split(" "));
    }

    @Test
    void statesAreInTheReadersAlphabet() {
        List<CampaignView> two =
                List.of(campaign("drafted", DialMode.POWER, "DRAFT"), campaign("ended", DialMode.POWER, "ENDED"));

        assertThat(sorted(Language.TR, "state", null, two))
                .extracting(CampaignView::name)
                .containsExactly("ended", "drafted");
    }

    @Test
    void aColumnThatTheTableDoesNotHaveChangesNothing() {
        assertThat(sorted(Language.EN, "secret", "desc", ONE_OF_EACH_MODE)).isEqualTo(ONE_OF_EACH_MODE);
    }

    private static List<CampaignView> sorted(
            Language language, String by, @Nullable String direction, List<CampaignView> all) {
        CampaignOrder order = new CampaignOrder(language.locale(), Words.in(language), id -> "");
        return order.sort(all, Order.of("", Map.of(), CampaignOrder.COLUMNS, by, direction));
    }

    private static CampaignView campaign(String name, DialMode mode, String state) {
        return new CampaignView(
                new ClientId(2),
                new UUID(0, name.hashCode()),
                new UUID(0, 1),
                name,
                name,
                mode,
                state,
                "izmir",
                "+908502001009",
                "tr",
                Map.of(),
                "TR",
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT,
                25,
                3,
                7,
                Dialing.USUAL,
                Dialing.Count.NONE,
                new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0));
    }
}
