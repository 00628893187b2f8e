package org.fairlead.web.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.routing.QueueMenu;
import org.fairlead.routing.QueueMenu.Key;
import org.fairlead.routing.QueueMenu.Question;
import org.fairlead.routing.QueuePolicy;
import org.fairlead.routing.Wider;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueFormTest {

    private static final Map<UUID, String> LOGINS = Map.of(new UUID(0, 1), "elif");
    private static final Map<Integer, String> SITES = Map.of(1, "manila", 2, "izmir");

    private final QueueForm form = new QueueForm(QueuePolicy.usual(), LOGINS, SITES, List.of("it"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shares|manila many|queue.policy.shares",
                "shares|paris 100|queue.policy.shares",
                "shares|manila 60, izmir 30|queue.policy.shares",
                "list|elif, nobody|queue.policy.list",
                "hours|9|queue.policy.hours",
                "hours|09:00|queue.policy.hours",
                "entry|billing x|queue.policy.entry",
                "spill|WAIT|queue.policy.spill"
            })
    void namesTheFieldAtFault(String field, String value, String key) {
        switch (field) {
            case "shares" -> form.setShares(value);
            case "list" -> form.setList(value);
            case "hours" -> {
                form.getWeek().get(0).setFrom(value);
                form.getWeek().get(0).setTo("18:00");
            }
            case "entry" -> {
                form.getEntries().get(0).setFact("DIALLED");
                form.getEntries().get(0).setSkills(value);
            }
            default -> form.getSpills().get(0).setWhen(value);
        }

        assertThatThrownBy(() -> form.policy(LOGINS, SITES))
                .isInstanceOf(Refused.class)
                .hasMessage(key);
    }

    @Test
    void ringsComeAndGo() {
        form.addRing();
        form.getRings().get(0).setAfter(15);
        form.getRings().get(0).setBy(1);
        form.addRing();
        form.getRings().get(1).setAfter(40);
        form.getRings().get(1).setSkills("billing 1");

        assertThat(form.policy(LOGINS, SITES).wider())
                .containsExactly(Wider.by(15, 1), new Wider(40, 0, Map.of("billing", 1)));

        form.removeRing(0);

        assertThat(form.policy(LOGINS, SITES).wider()).containsExactly(new Wider(40, 0, Map.of("billing", 1)));
    }

    @Test
    void aMenuIsReadAndShownAgain() {
        var asked = form.getMenu().getQuestions().get(0);
        asked.setName("reason");
        asked.getWords().get(0).setText(" Premere uno ");
        asked.getKeys().get(0).setKey("1");
        asked.getKeys().get(0).setSkills("billing 3");
        asked.getKeys().get(0).setValue("card");

        QueuePolicy policy = form.policy(LOGINS, SITES);

        assertThat(policy.menu())
                .isEqualTo(new QueueMenu(List.of(new Question(
                        "reason",
                        Map.of("it", "Premere uno"),
                        "",
                        List.of(new Key("1", null, Map.of("billing", 3), 0, "card"))))));
        assertThat(new QueueForm(policy, LOGINS, SITES, List.of("it")).policy(LOGINS, SITES))
                .isEqualTo(policy);
    }

    @Test
    void takesWhatIsRight() {
        form.setShares("manila 60, izmir 40");
        form.setList("elif");
        form.setZone("Europe/Istanbul");
        form.getWeek().get(0).setFrom("09:00");
        form.getWeek().get(0).setTo("18:00");

        assertThat(form.policy(LOGINS, SITES).sound()).isTrue();
    }
}
