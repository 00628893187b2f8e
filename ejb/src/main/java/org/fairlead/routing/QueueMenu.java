package org.fairlead.routing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What callers are asked by key before they are let into the queue. Nothing pressed, or a key that means nothing, is asked
 * once more; then the caller is let in without an answer. While it is asked nobody waits: the wait begins behind it.
 *
 * @param questions one after the other, as long as no key leads elsewhere
 */
public record QueueMenu(List<Question> questions) {

    /** Who calls to talk is not asked for long. */
    public static final int MOST_QUESTIONS = 2;

    private static final int MOST_TEXT = 500;
    private static final int MOST_LEVELS = 9;
    private static final int BEST = 5;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,29}");
    private static final Pattern KEY = Pattern.compile("[0-9*]");
    private static final Pattern VALUE = Pattern.compile("[a-z0-9-]{0,30}");

    /** Before the name of a question: what its key means, for the rules of any queue of the client. */
    private static final String FACT = "menu:";

    /** Before a queue and the name of a question: the key itself, for that queue. */
    private static final String PRESSED = "key:";

    public QueueMenu {
        questions = List.copyOf(questions);
    }

    /**
     * @param name of what is learnt; with a key's value it is a fact of which entry rules can say something
     * @param words to be spoken, by language
     * @param recording a prompt that the sites have, in place of the words; empty for none
     */
    public record Question(String name, Map<String, String> words, String recording, List<Key> keys) {
        public Question {
            words = words == null ? Map.of() : Map.copyOf(words);
            recording = recording == null ? "" : recording;
            keys = List.copyOf(keys);
        }

        /** What the key means; empty when it means nothing. */
        public Optional<Key> key(String pressed) {
            return keys.stream().filter(each -> each.key().equals(pressed)).findFirst();
        }

        /** Whether it can be asked in that language. */
        public boolean speaks(String language) {
            return !recording.isEmpty() || !words.getOrDefault(language, "").isBlank();
        }

        /** What is known once the key was pressed, as the rules of queues ask for it. */
        public Map<String, String> known(UUID queue, Key pressed) {
            Map<String, String> known = new HashMap<>();
            known.put(pressedFact(queue, name), pressed.key());
            if (!pressed.value().isEmpty()) {
                known.put(FACT + name, pressed.value());
            }
            return known;
        }
    }

    /**
     * What a key means; each of these, or several.
     *
     * @param queue where the caller goes at once; null: stays
     * @param skills asked in addition, each with the least proficiency
     * @param levels more urgent; negative for less
     * @param value of the fact that has the question's name; empty for none
     */
    public record Key(String key, @Nullable UUID queue, Map<String, Integer> skills, int levels, String value) {
        public Key {
            skills = skills == null ? Map.of() : Map.copyOf(skills);
            value = value == null ? "" : value;
        }

        private boolean meansSomething() {
            return queue != null || !skills.isEmpty() || levels != 0 || !value.isEmpty();
        }
    }

    /** How the fact of that name is called among what is known of a contact. */
    public static String fact(String name) {
        return FACT + name;
    }

    /** How the key of that question is called, pressed in that queue's menu. */
    public static String pressedFact(UUID queue, String name) {
        return PRESSED + queue + ":" + name;
    }

    /**
     * What is known of a caller who presses these keys, one for each question; what means nothing is left out.
     *
     * @return the queue that a key led to, with what was known until then
     */
    public Answers answers(UUID queue, List<String> pressed) {
        Map<String, String> known = new HashMap<>();
        for (int i = 0; i < questions.size() && i < pressed.size(); i++) {
            Question asked = questions.get(i);
            Key key = asked.key(pressed.get(i)).orElse(null);
            if (key == null) {
                // who says nothing twice is asked nothing more
                return new Answers(known, null);
            }
            known.putAll(asked.known(queue, key));
            if (key.queue() != null) {
                return new Answers(known, key.queue());
            }
        }
        return new Answers(known, null);
    }

    /** @param queue where a key led; null for none */
    public record Answers(Map<String, String> known, @Nullable UUID queue) {
        public Answers {
            known = Map.copyOf(known);
        }
    }

    /**
     * Whether it can be kept.
     *
     * @param languages that callers of the queue may speak
     * @throws Refused {@code queue.policy.menu.*}, which names the question and what is wrong
     */
    public void require(List<String> languages) {
        if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
            throw new Refused("queue.policy.menu.most", MOST_QUESTIONS);
        }
        Set<String> names = new HashSet<>();
        for (Question each : questions) {
            if (!NAME.matcher(each.name()).matches() || !names.add(each.name())) {
                throw new Refused("queue.policy.menu.name", each.name());
            }
            requireWords(each, languages);
            requireKeys(each);
        }
    }

    private static void requireWords(Question question, List<String> languages) {
        if (!question.recording().isEmpty()
                && !NAME.matcher(question.recording()).matches()) {
            throw new Refused("queue.policy.menu.recording", question.name(), question.recording());
        }
        for (String language : languages) {
            if (!question.speaks(language)) {
                throw new Refused("queue.policy.menu.words", question.name(), language);
            }
            if (question.words().getOrDefault(language, "").length() > MOST_TEXT) {
                throw new Refused("queue.policy.menu.long", question.name(), language, MOST_TEXT);
            }
        }
    }

    private static void requireKeys(Question question) {
        if (question.keys().isEmpty()) {
            throw new Refused("queue.policy.menu.keys", question.name());
        }
        Set<String> keys = new HashSet<>();
        for (Key each : question.keys()) {
            if (!KEY.matcher(each.key()).matches() || !keys.add(each.key())) {
                throw new Refused("queue.policy.menu.key", question.name(), each.key());
            }
            boolean skilled = each.skills().values().stream().allMatch(level -> level >= 1 && level <= BEST);
            if (!each.meansSomething() || !skilled || Math.abs(each.levels()) > MOST_LEVELS) {
                throw new Refused("queue.policy.menu.means", question.name(), each.key());
            }
            if (!VALUE.matcher(each.value()).matches()) {
                throw new Refused("queue.policy.menu.value", question.name(), each.value());
            }
        }
    }
}
