package org.fairlead.web.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fairlead.routing.PauseReasons.Reason;
import org.fairlead.routing.Presence;
import org.fairlead.shared.ClientId;
import org.junit.jupiter.api.Test;

class PauseWordsTest {

    private static final List<Reason> KNOWN = List.of(
            reason("coffee", true, Map.of("en", "Coffee", "it", "Caffè")),
            reason("prayer", false, Map.of("en", "Prayer")));

    @Test
    void saysWhatACodeMeansInTheReadersLanguageElseInEnglish() {
        assertThat(PauseWords.said(KNOWN, "it", "coffee")).isEqualTo("Caffè");
        assertThat(PauseWords.said(KNOWN, "tr", "coffee")).isEqualTo("Coffee");
        assertThat(PauseWords.said(KNOWN, "it", "prayer"))
                .as("no longer to be chosen")
                .isEqualTo("Prayer");
        assertThat(PauseWords.said(KNOWN, "it", "gone")).isEqualTo("gone");
    }

    private static Reason reason(String code, boolean active, Map<String, String> labels) {
        return new Reason(ClientId.OUTSOURCER, code, Presence.BREAK, labels, active);
    }
}
