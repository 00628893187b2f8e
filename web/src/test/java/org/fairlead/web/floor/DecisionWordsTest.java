package org.fairlead.web.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.fairlead.i18n.Formats;
import org.fairlead.i18n.Language;
import org.fairlead.i18n.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionWordsTest {

    @Test
    void saysWhyAnAgentWasChosen() {
        String said = english()
                .of("LONGEST_IDLE+BEST_FIT agents=3 key=1763629320000 ring=1 preferred waited=8123 credit=518400000");

        assertThat(said)
                .isEqualTo("Longest idle, then best skilled · could take it: 3 · idle since 09:02 · wider ring 1"
                        + " · had the customer last · waited 0:08");
    }

    @Test
    void saysWhyAContactWasChosen() {
        assertThat(english().of("COSTLIEST_WAIT lines=12 key=60000 cost=4410 waited=60000 credit=0"))
                .isEqualTo("Its wait costs most · waiting lines: 12 · counts as waited 1:00 · waited 1:00");
    }

    @Test
    void saysThatUrgencyDecidedWhereNoWaitMakesUpForIt() {
        assertThat(english().of("LONGEST_WAIT lines=1 key=432002000 waited=2000 credit=432000000"))
                .isEqualTo("Waited longest · waiting lines: 1 · urgency decides before the wait · waited 0:02");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "it", "ru"})
    void saysItInEachLanguageWithoutTheEnginesWords(String code) {
        Language language = Language.of(code).orElseThrow();
        String said = new DecisionWords(Words.in(language), Formats.of(language, ZoneOffset.UTC))
                .of("SEQUENTIAL+SHARES agents=2 key=1 waited=1 credit=0");

        assertThat(said).doesNotContain("_", "=", "SEQUENTIAL", "SHARES", "–");
        assertThat(new DecisionWords(Words.in(language), Formats.of(language, ZoneOffset.UTC))
                        .of("COSTLIEST_WAIT lines=12 key=60000 cost=4410 ring=2 waited=60000 credit=0"))
                .doesNotContain("_", "=", "key");
    }

    private static DecisionWords english() {
        Language language = Language.of("en").orElseThrow();
        return new DecisionWords(Words.in(language), Formats.of(language, ZoneOffset.UTC));
    }
}
