package org.fairlead.web.people;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fairlead.routing.OpeningHours.Window;
import org.fairlead.routing.QueuePolicy.Entry;
import org.fairlead.routing.QueuePolicy.Fact;
import org.fairlead.routing.QueuePolicy.Kind;
import org.fairlead.routing.QueuePolicy.Lift;
import org.fairlead.routing.QueuePolicy.Spill;
import org.fairlead.routing.QueuePolicy.Telling;
import org.fairlead.routing.QueuePolicy.Way;
import org.fairlead.routing.QueuePolicy.When;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/** Lines of the queue's form: what the fields write into until it is saved. An empty line is none. */
final class QueueRows {

    private static final String GAP = ",";
    /** Stands for the number that has a field of its own. */
    static final String OUTSIDE = "number";

    private QueueRows() {}

    /** A way as a choice in a menu: its kind, a colon and where to. */
    static String text(@Nullable Way way) {
        if (way == null) {
            return "";
        }
        return switch (way.kind()) {
            case QUEUE -> Kind.QUEUE + ":" + way.queue();
            case SITE -> Kind.SITE + ":" + way.site();
            case VOICEMAIL, CALLBACK -> way.kind() + ":";
            case OUTSIDE -> Kind.OUTSIDE + ":" + OUTSIDE;
            case GOODBYE -> Kind.GOODBYE + ":" + way.prompt();
        };
    }

    static @Nullable Way way(@Nullable String text, String refusal) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        String to = text.substring(text.indexOf(':') + 1);
        try {
            return switch (Kind.valueOf(text.substring(0, text.indexOf(':')))) {
                case QUEUE -> Way.to(UUID.fromString(to));
                case SITE -> Way.site(Integer.parseInt(to));
                case VOICEMAIL -> Way.voicemail();
                case CALLBACK -> Way.callback();
                case OUTSIDE -> Way.outside(to);
                case GOODBYE -> Way.goodbye(to);
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Refused(refusal, text);
        }
    }

    /** {@code billing 3, lang:it 4}. */
    static String skills(Map<String, Integer> skills) {
        List<String> words = new ArrayList<>();
        new TreeMap<>(skills).forEach((skill, level) -> words.add(skill + " " + level));
        return String.join(", ", words);
    }

    static Map<String, Integer> skills(@Nullable String text, String refusal) {
        Map<String, Integer> skills = new HashMap<>();
        for (String each : parts(text)) {
            String[] words = each.split("\\s+");
            try {
                skills.put(words[0], words.length > 1 ? Integer.parseInt(words[1]) : 1);
            } catch (NumberFormatException e) {
                throw new Refused(refusal, each);
            }
        }
        return skills;
    }

    static List<String> parts(@Nullable String text) {
        List<String> parts = new ArrayList<>();
        for (String each : (text == null ? "" : text).split(GAP)) {
            if (!each.isBlank()) {
                parts.add(each.strip());
            }
        }
        return parts;
    }

    /** When the queue is open on a weekday; both empty: closed. */
    public static final class Day implements Serializable {

        private static final long serialVersionUID = 1L;

        private final DayOfWeek day;
        private @Nullable String from;
        private @Nullable String to;

        Day(DayOfWeek day, @Nullable Window window) {
            this.day = day;
            from = window == null ? "" : window.from().toString();
            to = window == null ? "" : window.to().toString();
        }

        boolean isOpen() {
            return from != null && to != null && !from.isBlank() && !to.isBlank();
        }

        Window window() {
            try {
                return new Window(day, LocalTime.parse(String.valueOf(from)), LocalTime.parse(String.valueOf(to)));
            } catch (DateTimeParseException e) {
                throw new Refused("queue.policy.hours", from + " - " + to);
            }
        }

        public DayOfWeek getDay() {
            return day;
        }

        public @Nullable String getFrom() {
            return from;
        }

        public void setFrom(@Nullable String time) {
            from = time;
        }

        public @Nullable String getTo() {
            return to;
        }

        public void setTo(@Nullable String time) {
            to = time;
        }
    }

    /** What those who wait are told. */
    public static final class TellingRow implements Serializable {

        private static final long serialVersionUID = 1L;
        private static final int USUAL = 60;

        private int after;
        private int every;
        private boolean place;
        private boolean expected;

        TellingRow(@Nullable Telling telling) {
            after = telling == null ? USUAL : telling.afterSeconds();
            every = telling == null ? USUAL : telling.everySeconds();
            place = telling != null && telling.place();
            expected = telling != null && telling.expected();
        }

        @Nullable
        Telling telling() {
            return place || expected ? new Telling(after, every, place, expected) : null;
        }

        public int getAfter() {
            return after;
        }

        public void setAfter(int seconds) {
            after = seconds;
        }

        public int getEvery() {
            return every;
        }

        public void setEvery(int seconds) {
            every = seconds;
        }

        public boolean isPlace() {
            return place;
        }

        public void setPlace(boolean told) {
            place = told;
        }

        public boolean isExpected() {
            return expected;
        }

        public void setExpected(boolean told) {
            expected = told;
        }
    }

    /** Customers worth so much are more urgent. */
    public static final class LiftRow implements Serializable {

        private static final long serialVersionUID = 1L;

        private int from;
        private int levels;

        LiftRow(@Nullable Lift lift) {
            from = lift == null ? 0 : lift.from();
            levels = lift == null ? 0 : lift.levels();
        }

        boolean isSet() {
            return levels != 0;
        }

        Lift lift() {
            return new Lift(from, levels);
        }

        public int getFrom() {
            return from;
        }

        public void setFrom(int value) {
            from = value;
        }

        public int getLevels() {
            return levels;
        }

        public void setLevels(int more) {
            levels = more;
        }
    }

    /** What follows from what is known when a contact comes. */
    public static final class EntryRow implements Serializable {

        private static final long serialVersionUID = 1L;

        private String fact = "";
        private @Nullable String value = "";
        private @Nullable String skills = "";
        private int levels;
        private @Nullable String way = "";

        EntryRow(@Nullable Entry entry) {
            if (entry != null) {
                fact = entry.fact().name();
                value = entry.value();
                skills = QueueRows.skills(entry.skills());
                levels = entry.levels();
                way = text(entry.way());
            }
        }

        boolean isSet() {
            return !fact.isEmpty();
        }

        Entry entry() {
            String asked = value == null ? "" : value.strip();
            return new Entry(
                    Fact.valueOf(fact),
                    asked,
                    QueueRows.skills(skills, "queue.policy.entry"),
                    levels,
                    way(way, "queue.policy.entry"));
        }

        public String getFact() {
            return fact;
        }

        public void setFact(@Nullable String known) {
            fact = known == null ? "" : known;
        }

        public @Nullable String getValue() {
            return value;
        }

        public void setValue(@Nullable String asked) {
            value = asked;
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

        public @Nullable String getWay() {
            return way;
        }

        public void setWay(@Nullable String to) {
            way = to;
        }
    }

    /** When a contact goes elsewhere. */
    public static final class SpillRow implements Serializable {

        private static final long serialVersionUID = 1L;

        private String when = "";
        private int bound;
        private @Nullable String way = "";

        SpillRow(@Nullable Spill spill) {
            if (spill != null) {
                when = spill.when().name();
                bound = spill.bound();
                way = text(spill.way());
            }
        }

        boolean isSet() {
            return !when.isEmpty();
        }

        Spill spill() {
            Way to = way(way, "queue.policy.spill");
            if (to == null) {
                throw new Refused("queue.policy.spill");
            }
            return new Spill(When.valueOf(when), bound, to);
        }

        public String getWhen() {
            return when;
        }

        public void setWhen(@Nullable String made) {
            when = made == null ? "" : made;
        }

        public int getBound() {
            return bound;
        }

        public void setBound(int limit) {
            bound = limit;
        }

        public @Nullable String getWay() {
            return way;
        }

        public void setWay(@Nullable String to) {
            way = to;
        }
    }
}
