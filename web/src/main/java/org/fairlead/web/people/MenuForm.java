package org.fairlead.web.people;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.routing.QueueMenu;
import org.fairlead.routing.QueueMenu.Key;
import org.fairlead.routing.QueueMenu.Question;
import org.fairlead.routing.QueuePolicy.Way;
import org.jspecify.annotations.Nullable;

/** What callers are asked by key, being edited. A question without a name is none, and neither is a line without a key. */
public class MenuForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String REFUSAL = "queue.policy.entry";
    private static final int SPARE = 2;

    private final List<QuestionRow> questions = new ArrayList<>();

    /** @param languages that the queue's callers may speak */
    MenuForm(@Nullable QueueMenu menu, List<String> languages) {
        for (int i = 0; i < QueueMenu.MOST_QUESTIONS; i++) {
            boolean there = menu != null && i < menu.questions().size();
            questions.add(new QuestionRow(
                    menu == null || !there ? null : menu.questions().get(i), languages));
        }
    }

    @Nullable
    QueueMenu menu() {
        List<Question> asked = questions.stream()
                .filter(QuestionRow::isSet)
                .map(QuestionRow::question)
                .toList();
        return asked.isEmpty() ? null : new QueueMenu(asked);
    }

    /** What the invented caller presses at each question. */
    List<String> pressed() {
        return questions.stream()
                .filter(QuestionRow::isSet)
                .map(QuestionRow::getPressed)
                .toList();
    }

    public List<QuestionRow> getQuestions() {
        return questions;
    }

    public static class QuestionRow implements Serializable {

        private static final long serialVersionUID = 1L;

        private final List<WordsRow> words = new ArrayList<>();
        private final List<KeyRow> keys = new ArrayList<>();
        private @Nullable String name = "";
        private @Nullable String recording = "";
        private String pressed = "";

        QuestionRow(@Nullable Question question, List<String> languages) {
            if (question != null) {
                name = question.name();
                recording = question.recording();
                question.keys().forEach(key -> keys.add(new KeyRow(key)));
            }
            for (String language : languages) {
                words.add(new WordsRow(
                        language, question == null ? "" : question.words().getOrDefault(language, "")));
            }
            for (int i = 0; i < SPARE; i++) {
                keys.add(new KeyRow(null));
            }
        }

        public boolean isSet() {
            return name != null && !name.isBlank();
        }

        Question question() {
            Map<String, String> spoken = new HashMap<>();
            for (WordsRow each : words) {
                if (!each.text().isEmpty()) {
                    spoken.put(each.getLanguage(), each.text());
                }
            }
            return new Question(
                    strip(name),
                    spoken,
                    strip(recording),
                    keys.stream().filter(KeyRow::isSet).map(KeyRow::key).toList());
        }

        public List<WordsRow> getWords() {
            return words;
        }

        public List<KeyRow> getKeys() {
            return keys;
        }

        public @Nullable String getName() {
            return name;
        }

        public void setName(@Nullable String text) {
            name = text;
        }

        public @Nullable String getRecording() {
            return recording;
        }

        public void setRecording(@Nullable String prompt) {
            recording = prompt;
        }

        public String getPressed() {
            return pressed;
        }

        public void setPressed(@Nullable String key) {
            pressed = strip(key);
        }
    }

    public static class WordsRow implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String language;
        private @Nullable String text;

        WordsRow(String language, String text) {
            this.language = language;
            this.text = text;
        }

        String text() {
            return strip(text);
        }

        public String getLanguage() {
            return language;
        }

        public @Nullable String getText() {
            return text;
        }

        public void setText(@Nullable String words) {
            text = words;
        }
    }

    public static class KeyRow implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable String key = "";
        private @Nullable String way = "";
        private @Nullable String skills = "";
        private int levels;
        private @Nullable String value = "";

        KeyRow(@Nullable Key from) {
            if (from != null) {
                key = from.key();
                way = from.queue() == null ? "" : QueueRows.text(Way.to(from.queue()));
                skills = QueueRows.skills(from.skills());
                levels = from.levels();
                value = from.value();
            }
        }

        boolean isSet() {
            return key != null && !key.isBlank();
        }

        Key key() {
            Way to = QueueRows.way(way, REFUSAL);
            return new Key(
                    strip(key),
                    to == null ? null : to.queue(),
                    QueueRows.skills(skills, REFUSAL),
                    levels,
                    strip(value));
        }

        public @Nullable String getKey() {
            return key;
        }

        public void setKey(@Nullable String pressed) {
            key = pressed;
        }

        public @Nullable String getWay() {
            return way;
        }

        public void setWay(@Nullable String to) {
            way = to;
        }

        public @Nullable String getSkills() {
            return skills;
        }

        public void setSkills(@Nullable String text) {
            skills = text;
        }

        public int getLevels() {
            return levels;
        }

        public void setLevels(int more) {
            levels = more;
        }

        public @Nullable String getValue() {
            return value;
        }

        public void setValue(@Nullable String fact) {
            value = fact;
        }
    }

    private static String strip(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
