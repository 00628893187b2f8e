package org.fairlead.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ByLanguageTest {

    private static final Map<String, String> WORDS = Map.of("it", "Reclamo", "en", "Complaint", "tr", " ");

    @Test
    void picksTheFirstWantedLanguageThatHasWords() {
        assertThat(ByLanguage.pick(WORDS, "en", "it")).isEqualTo("Complaint");
        assertThat(ByLanguage.pick(WORDS, "ru", "it")).isEqualTo("Reclamo");
        assertThat(ByLanguage.pick(WORDS, "tr", "it")).isEqualTo("Reclamo");
    }

    @Test
    void picksAnyRatherThanNothing() {
        assertThat(ByLanguage.pick(WORDS, "ru")).isEqualTo("Complaint");
        assertThat(ByLanguage.pick(Map.of(), "ru")).isEmpty();
    }

    @Test
    void picksExactlyOrNotAtAll() {
        assertThat(ByLanguage.exactly(WORDS, "it")).isEqualTo("Reclamo");
        assertThat(ByLanguage.exactly(WORDS, "ru")).isNull();
        assertThat(ByLanguage.exactly(WORDS, null)).isNull();
    }
}
