package org.fairlead.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.client.PersonView;
import org.fairlead.client.SiteView;
import org.fairlead.i18n.Formats;
import org.fairlead.i18n.Language;
import org.fairlead.i18n.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleFilterTest {

    @ParameterizedTest
    @CsvSource({"EN, Italian, Billing", "TR, İtalyanca, Billing"})
    void theFileSaysSkillsInTheReadersWordsAsThePageDoes(Language language, String spoken, String skill) {
        Words words = Words.in(language);

        String cell = PeopleFilter.skills(
                person(Map.of("billing", 3, "lang:it", 4)), words, Formats.of(language, ZoneId.of("UTC")));

        assertThat(cell)
                .isEqualTo(words.format("people.skill.level", spoken, 4) + ", "
                        + words.format("people.skill.level", skill, 3))
                .doesNotContain("lang:");
    }

    private static PersonView person(Map<String, Integer> skills) {
        SiteView izmir = new SiteView(2, "izmir", "Izmir", "TR", ZoneId.of("Europe/Istanbul"), "izmir");
        return new PersonView(new UUID(0, 1), "elif", "Elif", izmir, "tr", "agent", true, 1, skills, Set.of());
    }
}
