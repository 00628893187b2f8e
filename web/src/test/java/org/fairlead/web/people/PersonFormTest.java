package org.fairlead.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.client.PersonView;
import org.fairlead.client.SiteView;
import org.fairlead.shared.ClientId;
import org.junit.jupiter.api.Test;

class PersonFormTest {

    private static final SiteView IZMIR =
            new SiteView(2, "izmir", "Izmir", "TR", ZoneId.of("Europe/Istanbul"), "izmir");

    private final PersonForm form = new PersonForm(new PersonView(
            UUID.fromString("01970000-0000-7000-8000-000000000001"),
            "elif",
            "Elif Kaya",
            IZMIR,
            "tr",
            "agent",
            true,
            4,
            Map.of("lang:tr", 5, "billing", 3),
            Set.of(new ClientId(2), new ClientId(1))));

    @Test
    void savesWhatItWasGivenWhenNothingIsTouched() {
        var edit = form.edit();

        assertThat(edit.active()).isTrue();
        assertThat(edit.skills()).containsExactlyInAnyOrderEntriesOf(Map.of("lang:tr", 5, "billing", 3));
        assertThat(edit.clients()).containsExactlyInAnyOrder(new ClientId(1), new ClientId(2));
    }

    @Test
    void writesNoWordForAFieldThatWasEmptied() {
        var fresh = new PersonForm(1, "en");
        form.setName(null);
        form.setLanguage(null);

        assertThat(form.edit().name()).isEmpty();
        assertThat(form.edit().language()).isEmpty();
        assertThat(fresh.edit().name()).isEmpty();
        assertThat(fresh.wantedLogin()).isEmpty();
    }

    @Test
    void leavesOutLinesWithoutAName() {
        form.addSkill();
        form.addSkill();
        form.getSkills().get(3).setName("  cards ");

        assertThat(form.edit().skills()).containsOnlyKeys("lang:tr", "billing", "cards");
        assertThat(form.repeated()).isNull();
    }

    @Test
    void noticesASkillThatIsThereTwice() {
        form.addSkill();
        form.getSkills().get(2).setName("billing");

        assertThat(form.repeated()).isEqualTo("billing");
    }

    @Test
    void takesAwayClientsAndSkills() {
        form.setClients(List.of("2"));
        form.removeSkill(form.getSkills().get(0));

        assertThat(form.edit().clients()).containsExactly(new ClientId(2));
        assertThat(form.edit().skills()).containsOnlyKeys("lang:tr");
    }
}
