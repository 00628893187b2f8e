package org.fairlead.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.routing.QueueMenu.Key;
import org.fairlead.routing.QueueMenu.Question;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.Test;

class QueueMenuTest {

    private static final UUID QUEUE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final List<String> LANGUAGES = List.of("it", "en");
    private static final Key CARD = new Key("1", null, Map.of(), 0, "card");
    private static final Key ELSEWHERE = new Key("2", OTHER, Map.of(), 0, "");
    private static final Key EXPERT = new Key("1", null, Map.of("billing", 5), 2, "");

    @Test
    void tellsWhatTheKeysMean() {
        var menu = new QueueMenu(List.of(asks("reason", CARD, ELSEWHERE), asks("level", EXPERT)));

        assertThat(menu.answers(QUEUE, List.of("1", "1")).known())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "menu:reason",
                        "card",
                        QueueMenu.pressedFact(QUEUE, "reason"),
                        "1",
                        QueueMenu.pressedFact(QUEUE, "level"),
                        "1"));
        assertThat(menu.answers(QUEUE, List.of("2", "1")).queue()).isEqualTo(OTHER);
        assertThat(menu.answers(QUEUE, List.of("", "1")).known())
                .as("who says nothing is asked nothing more")
                .isEmpty();
        assertThat(menu.answers(QUEUE, List.of("7")).queue()).isNull();
    }

    @Test
    void isRefusedWithTheNameOfWhatIsWrong() {
        refuses("queue.policy.menu.most");
        refuses("queue.policy.menu.most", asks("a", CARD), asks("b", CARD), asks("c", CARD));
        refuses("queue.policy.menu.name", asks("Reason", CARD));
        refuses("queue.policy.menu.name", asks("reason", CARD), asks("reason", CARD));
        refuses("queue.policy.menu.words", new Question("reason", Map.of("it", "Premere 1"), "", List.of(CARD)));
        refuses(
                "queue.policy.menu.long",
                new Question("reason", Map.of("it", "x".repeat(501), "en", "x"), "", List.of(CARD)));
        refuses("queue.policy.menu.recording", new Question("reason", Map.of(), "../secret", List.of(CARD)));
        refuses("queue.policy.menu.keys", asks("reason"));
        refuses("queue.policy.menu.key", asks("reason", CARD, CARD));
        refuses("queue.policy.menu.key", asks("reason", new Key("12", OTHER, Map.of(), 0, "")));
        refuses("queue.policy.menu.means", asks("reason", new Key("1", null, Map.of(), 0, "")));
        refuses("queue.policy.menu.means", asks("reason", new Key("1", null, Map.of("billing", 6), 0, "")));
        refuses("queue.policy.menu.value", asks("reason", new Key("1", null, Map.of(), 0, "a card=b")));
        assertThatCode(() -> new QueueMenu(List.of(new Question("reason", Map.of(), "welcome-menu", List.of(CARD))))
                        .require(LANGUAGES))
                .as("a recording speaks every language")
                .doesNotThrowAnyException();
    }

    private static Question asks(String name, Key... keys) {
        return new Question(name, Map.of("it", "Premere 1", "en", "Press 1"), "", List.of(keys));
    }

    private static void refuses(String key, Question... questions) {
        assertThatThrownBy(() -> new QueueMenu(List.of(questions)).require(LANGUAGES))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }
}
