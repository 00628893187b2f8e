package org.fairlead.client.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.Test;

class KeyChoiceTest {

    @Test
    void whatWasChosenBeforeAnActionCameKeepsItsKeyAndTheNewActionGetsAFreeOne() {
        Map<String, String> keys = KeyChoice.kept(Map.of("mute", "b", "note", "y"));

        assertThat(keys).containsEntry("mute", "b").containsEntry("note", "y");
        assertThat(keys.get("debtor")).isNotEqualTo("b").isNotEmpty();
        assertThat(keys.get("pay")).isNotEqualTo("y").isNotEmpty();
        assertThat(new HashSet<>(keys.values())).hasSameSizeAs(keys.keySet());
    }

    @Test
    void whereNothingWasChosenTheHousesKeysAreThere() {
        assertThat(KeyChoice.kept(Map.of())).isEqualTo(KeyChoice.of(Map.of(), Locale.ENGLISH));
        assertThat(KeyChoice.kept(Map.of())).containsEntry("debtor", "b").containsEntry("pay", "y");
    }

    @Test
    void aChangeThatGivesOneKeyTwoActionsIsStillRefused() {
        assertThatThrownBy(() -> KeyChoice.of(Map.of("mute", "b"), Locale.ENGLISH))
                .isInstanceOf(Refused.class)
                .hasMessage("keys.twice");
    }
}
