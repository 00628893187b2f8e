package org.fairlead.web.floor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fairlead.i18n.Formats;
import org.fairlead.i18n.Words;

/** Why the engine chose somebody: what the journal keeps short, in the reader's words. */
public final class DecisionWords {

    private static final String WAITED = "waited=";
    private static final String AGENTS = "agents=";
    private static final String LINES = "lines=";
    private static final String KEY = "key=";
    private static final String WIDER = "ring=";
    private static final String PREFERRED = "preferred";
    private static final long SECOND = 1000;
    private static final long DAY = 86_400_000;

    private final Words words;
    private final Formats formats;

    public DecisionWords(Words words, Formats formats) {
        this.words = words;
        this.formats = formats;
    }

    /** @param text such as {@code LONGEST_IDLE+BEST_FIT agents=3 key=8 waited=8123 credit=0} */
    public String of(String text) {
        List<String> parts = new ArrayList<>();
        for (String each : text.split(" ")) {
            if (each.startsWith(AGENTS)) {
                parts.add(words.format("floor.why.agents", each.substring(AGENTS.length())));
            } else if (each.startsWith(KEY)) {
                parts.add(key(text, Long.parseLong(each.substring(KEY.length()))));
            } else if (each.startsWith(LINES)) {
                parts.add(words.format("floor.why.lines", each.substring(LINES.length())));
            } else if (each.startsWith(WIDER)) {
                parts.add(words.format("floor.why.ring", each.substring(WIDER.length())));
            } else if (each.equals(PREFERRED)) {
                parts.add(words.get("floor.why.preferred"));
            } else if (each.startsWith(WAITED)) {
                long seconds = Long.parseLong(each.substring(WAITED.length())) / SECOND;
                parts.add(words.format("floor.why.waited", formats.seconds(seconds)));
            } else if (!each.contains("=") && !each.isEmpty()) {
                parts.add(chosen(each));
            }
        }
        return String.join(" · ", parts);
    }

    /** What the winner had that decided: an instant, a wait with its urgency, or a number of the order's own. */
    private String key(String text, long key) {
        if (text.startsWith("LONGEST_IDLE")) {
            return words.format("floor.why.key.idle", formats.time(Instant.ofEpochMilli(key)));
        }
        if (text.substring(0, Math.max(0, text.indexOf(' '))).endsWith("_WAIT")) {
            if (key >= DAY) {
                // levels that no waiting makes up for
                return words.get("floor.why.key.urgency");
            }
            return words.format("floor.why.key.counts", formats.seconds(key / SECOND));
        }
        return words.format("floor.why.key", formats.number(Math.abs(key)));
    }

    private String chosen(String orders) {
        if (orders.endsWith("_WAIT")) {
            return words.get("floor.why." + orders);
        }
        String said = "";
        for (String order : orders.split("\\+")) {
            String name = words.get("people.routing.order." + order);
            Locale locale = words.language().locale();
            said = said.isEmpty()
                    ? name
                    : words.format(
                            "floor.why.then", said, name.substring(0, 1).toLowerCase(locale) + name.substring(1));
        }
        return said;
    }
}
