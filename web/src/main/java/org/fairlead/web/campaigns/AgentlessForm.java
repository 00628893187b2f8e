package org.fairlead.web.campaigns;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.campaign.AgentlessPlan;
import org.fairlead.i18n.Language;
import org.jspecify.annotations.Nullable;

/** What the fields of a campaign without agents write into. */
public class AgentlessForm implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Texts in languages that the console does not speak are left as they are. */
    private final TreeMap<String, String> others = new TreeMap<>();

    private final List<Text> texts = new ArrayList<>();
    private @Nullable String connectKey;
    private @Nullable String stopKey;
    private int lines;
    private int perMinute;

    /** One language's. */
    public static class Text implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String language;
        private @Nullable String words;

        Text(String language, @Nullable String words) {
            this.language = language;
            this.words = words;
        }

        public String getLanguage() {
            return language;
        }

        public @Nullable String getWords() {
            return words;
        }

        public void setWords(@Nullable String words) {
            this.words = words;
        }
    }

    AgentlessForm(AgentlessPlan plan) {
        others.putAll(plan.texts());
        for (Language language : Language.values()) {
            String code = language.tag();
            texts.add(new Text(code, others.remove(code)));
        }
        connectKey = plan.connectKey();
        stopKey = plan.stopKey();
        lines = plan.lines();
        perMinute = plan.perMinute();
    }

    AgentlessPlan plan() {
        Map<String, String> all = new TreeMap<>(others);
        for (Text text : texts) {
            if (!written(text.words).isEmpty()) {
                all.put(text.language, written(text.words));
            }
        }
        return new AgentlessPlan(all, written(connectKey), written(stopKey), lines, perMinute);
    }

    private static String written(@Nullable String field) {
        return field == null ? "" : field.strip();
    }

    public List<Text> getTexts() {
        return texts;
    }

    public @Nullable String getConnectKey() {
        return connectKey;
    }

    public void setConnectKey(@Nullable String connectKey) {
        this.connectKey = connectKey;
    }

    public @Nullable String getStopKey() {
        return stopKey;
    }

    public void setStopKey(@Nullable String stopKey) {
        this.stopKey = stopKey;
    }

    public int getLines() {
        return lines;
    }

    public void setLines(int lines) {
        this.lines = lines;
    }

    public int getPerMinute() {
        return perMinute;
    }

    public void setPerMinute(int perMinute) {
        this.perMinute = perMinute;
    }
}
