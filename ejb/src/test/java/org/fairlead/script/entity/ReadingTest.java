package org.fairlead.script.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fairlead.script.ScriptBlock;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final Map<String, String> TITLE = Map.of("it", "Lettura", "en", "Reading", "tr", "Okuma");

    @Test
    void speaksTheCustomersLanguageIfTheProgramHasIt() {
        assertThat(Reading.spoken("en", List.of("it", "en"))).isEqualTo("en");
        assertThat(Reading.spoken("ru", List.of("it", "en"))).isEqualTo("it");
        assertThat(Reading.spoken(null, List.of("it", "en"))).isEqualTo("it");
    }

    @Test
    void putsTheAgentsLanguageBesideElseEnglish() {
        assertThat(Reading.besides("it", "tr", TITLE)).isEqualTo("tr");
        assertThat(Reading.besides("it", "ru", TITLE)).isEqualTo("en");
        assertThat(Reading.besides("it", "it", TITLE)).isNull();
        assertThat(Reading.besides("en", "ru", TITLE)).isNull();
        assertThat(Reading.besides("ru", "tr", Map.of("ru", "Показания"))).isNull();
    }

    @Test
    void fillsInNamesAndTakesThemLiterally() {
        var reading = new Reading(
                "it",
                "en",
                "it",
                Map.of("agent", "Elif {customer}", "client", "Lumen", "customer", "X"),
                Map.of(),
                Map.of());
        var block = new ScriptBlock(
                "a",
                ScriptBlock.Kind.SAY,
                true,
                Map.of("it", "Saluto"),
                Map.of("it", "Sono {agent} di {client}. {unknown}", "en", "{agent} of {client}"),
                List.of(),
                List.of());

        var shown = reading.blocks(List.of(block)).get(0);

        assertThat(shown.text()).isEqualTo("Sono Elif {customer} di Lumen. {unknown}");
        assertThat(shown.textBeside()).isEqualTo("Elif {customer} of Lumen");
        assertThat(shown.headingBeside()).isNull();
        assertThat(shown.readAt()).isNull();
    }
}
