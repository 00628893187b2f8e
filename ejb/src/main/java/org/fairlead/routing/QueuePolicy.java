package org.fairlead.routing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * How a queue chooses, besides the skills that it asks for.
 *
 * @param orders by which one agent is preferred to another, the first first; empty for who is idle longest
 * @param levelSeconds how much waiting one level of priority is worth; 0: nobody of a lower level is served as long as
 *     one of a higher waits
 * @param wider who is asked as well after a wait, and after a longer one
 * @param preferredSeconds how long a customer waits for the agent who had them last; 0 for not at all
 * @param speech what is asked in the customer's language
 * @param crew who is preferred among those who can
 * @param lifts which customers are more urgent, by what they are worth to the client
 * @param entries what follows from what is known when a contact comes
 * @param spills when a contact goes elsewhere
 * @param hours when callers are let in; null for always
 * @param closed where callers go outside the hours, another queue or words; null: they are told, and hung up
 * @param answering how its contacts are answered; null for the usual way
 * @param telling what those who wait are told; null for nothing
 * @param menu what callers are asked by key before they are let in; null for nothing
 */
public record QueuePolicy(
        List<String> orders,
        int levelSeconds,
        List<Wider> wider,
        int preferredSeconds,
        @Nullable Speech speech,
        @Nullable Crew crew,
        List<Lift> lifts,
        List<Entry> entries,
        List<Spill> spills,
        @Nullable OpeningHours hours,
        @Nullable Way closed,
        @Nullable Answering answering,
        @Nullable Telling telling,
        @Nullable QueueMenu menu) {

    /** What can stand in {@link #orders}. */
    public static final Set<String> ORDERS = Set.of(
            "LONGEST_IDLE",
            "BEST_FIT",
            "SUFFICIENT_FIT",
            "ROUND_ROBIN",
            "SEQUENTIAL",
            "TEAM",
            "LEAST_OCCUPIED",
            "FEWEST_CONTACTS",
            "PREFERRED",
            "INNER_RING",
            "SHARES");

    private static final int LONGEST = 3600;
    private static final int DAY = 86_400;
    private static final int MOST_LEVELS = 9;
    private static final int MOST_WAITING = 100_000;
    private static final int ALL = 100;
    private static final int BEST = 5;

    /**
     * @param least proficiency in the customer's language
     * @param orElse a language that serves as well; empty for none
     */
    public record Speech(int least, String orElse) {
        public Speech {
            orElse = orElse == null ? "" : orElse;
        }
    }

    /**
     * @param list of people, for the order {@code SEQUENTIAL}
     * @param teams for the order {@code TEAM}
     * @param shares percent of the contacts by site, for the order {@code SHARES}
     */
    public record Crew(List<UUID> list, List<String> teams, Map<Integer, Integer> shares) {
        public Crew {
            list = list == null ? List.of() : List.copyOf(list);
            teams = teams == null ? List.of() : List.copyOf(teams);
            shares = shares == null ? Map.of() : Map.copyOf(shares);
        }
    }

    /**
     * @param auto whether an agent's telephone answers by itself, after a tone; the offer is not asked about
     * @param forwards whether the chain of an agent who does not answer is followed; else the next agent is asked
     */
    public record Answering(boolean auto, boolean forwards) {}

    /**
     * What those who wait are told, in their language.
     *
     * @param afterSeconds when for the first time
     * @param everySeconds how often then; 0 for once
     * @param place whether they hear their place in the line
     * @param expected whether they hear how long it may take
     */
    public record Telling(int afterSeconds, int everySeconds, boolean place, boolean expected) {

        private static final int SOONEST_AGAIN = 15;

        boolean sound() {
            boolean often = everySeconds == 0 || (everySeconds >= SOONEST_AGAIN && everySeconds <= LONGEST);
            return within(afterSeconds, LONGEST) && often && (place || expected);
        }
    }

    /** Customers worth at least so much are so many levels more urgent. */
    public record Lift(int from, int levels) {}

    /** What can be known of a contact when it comes. */
    public enum Fact {
        /** The number that was dialled. */
        DIALLED,
        /** Of the number that was dialled. */
        LANGUAGE,
        /** At which the call came in. */
        GATEWAY,
        /** By the clock of the queue's hours, such as {@code MONDAY}. */
        WEEKDAY,
        /** By the clock of the queue's hours, 0 to 23. */
        HOUR,
        /** What a key of a menu means, such as {@code reason=card}. */
        MENU
    }

    /**
     * @param skills asked in addition, each with the least proficiency
     * @param levels more urgent; negative for less
     * @param way where such a contact goes at once; null: it stays
     */
    public record Entry(Fact fact, String value, Map<String, Integer> skills, int levels, @Nullable Way way) {
        public Entry {
            skills = skills == null ? Map.of() : Map.copyOf(skills);
        }
    }

    /** What makes a contact go elsewhere. */
    public enum When {
        /** It waits as many seconds. */
        WAIT,
        /** So many wait when it comes. */
        LENGTH,
        /** So many seconds are expected when it comes. */
        EXPECTED_WAIT,
        /** Nobody who could take it is there when it comes. */
        NO_AGENTS
    }

    /** @param bound seconds, or contacts for {@link When#LENGTH} */
    public record Spill(When when, int bound, Way way) {}

    /** Where to. */
    public enum Kind {
        /** Another queue of the client; the wait goes on. */
        QUEUE,
        /** Agents of a site are asked as well. */
        SITE,
        /** Words, and hung up. */
        GOODBYE,
        /** A message can be left. */
        VOICEMAIL,
        /** To be called back is offered; who does not want it waits on. */
        CALLBACK,
        /** A number outside the house; nobody there: back in the line, and sent out no more. */
        OUTSIDE
    }

    /**
     * @param queue for {@link Kind#QUEUE}
     * @param site for {@link Kind#SITE}
     * @param prompt for {@link Kind#GOODBYE}
     * @param number for {@link Kind#OUTSIDE}, in E.164 form
     */
    public record Way(
            Kind kind, @Nullable UUID queue, @Nullable Integer site, @Nullable String prompt, @Nullable String number) {

        public static Way to(UUID queue) {
            return new Way(Kind.QUEUE, queue, null, null, null);
        }

        public static Way site(int site) {
            return new Way(Kind.SITE, null, site, null, null);
        }

        public static Way voicemail() {
            return new Way(Kind.VOICEMAIL, null, null, null, null);
        }

        public static Way callback() {
            return new Way(Kind.CALLBACK, null, null, null, null);
        }

        public static Way outside(String number) {
            return new Way(Kind.OUTSIDE, null, null, null, number);
        }

        public static Way goodbye(String prompt) {
            return new Way(Kind.GOODBYE, null, null, prompt, null);
        }

        boolean sound() {
            return switch (kind) {
                case QUEUE -> queue != null;
                case SITE -> site != null;
                case VOICEMAIL, CALLBACK -> true;
                case OUTSIDE -> number != null && number.matches("\\+[1-9][0-9]{6,14}");
                case GOODBYE -> prompt != null && !prompt.isBlank();
            };
        }
    }

    public QueuePolicy {
        // what was never set is stored as nothing
        orders = orders == null ? List.of() : List.copyOf(orders);
        wider = wider == null ? List.of() : List.copyOf(wider);
        lifts = lifts == null ? List.of() : List.copyOf(lifts);
        entries = entries == null ? List.of() : List.copyOf(entries);
        spills = spills == null ? List.of() : List.copyOf(spills);
    }

    /** Longest idle, strict levels, nothing else. */
    public static QueuePolicy usual() {
        return by(List.of());
    }

    /** By these orders, nothing else. */
    public static QueuePolicy by(List<String> orders) {
        return new QueuePolicy(
                orders, 0, List.of(), 0, null, null, List.of(), List.of(), List.of(), null, null, null, null, null);
    }

    /** Whether offers are answered without being asked about. */
    public boolean answersByItself() {
        return answering != null && answering.auto();
    }

    /** Whether the chain of an agent who does not answer is followed. */
    public boolean forwards() {
        return answering != null && answering.forwards();
    }

    /**
     * Whether a queue may be served so.
     *
     * @param asked the skills that the queue asks for
     * @param languages that its callers may speak
     * @throws org.fairlead.shared.Refused {@code queue.policy}, or one that names what is wrong
     */
    public void require(Map<String, Integer> asked, List<String> languages) {
        Wider.require(wider, asked, speech == null ? 0 : speech.least());
        if (menu != null) {
            menu.require(languages);
        }
        if (!sound()) {
            throw new Refused("queue.policy");
        }
    }

    /** Whether it can be kept, but for its rings and its menu. */
    public boolean sound() {
        boolean known = ORDERS.containsAll(orders) && Set.copyOf(orders).size() == orders.size();
        boolean speaks = speech == null || within(speech.least(), BEST);
        return known
                && speaks
                && within(levelSeconds, DAY)
                && within(preferredSeconds, LONGEST)
                && soundCrew()
                && lifts.stream().allMatch(each -> within(each.levels(), MOST_LEVELS))
                && entries.stream().allMatch(this::sound)
                && spills.stream().allMatch(QueuePolicy::sound)
                && (hours == null || hours.sound())
                && (telling == null || telling.sound())
                && (closed == null || soundClosed(closed));
    }

    /** Nobody is there: agents of a site are not either, and nobody holds a line in which to be called back. */
    private static boolean soundClosed(Way way) {
        return way.sound() && way.kind() != Kind.SITE && way.kind() != Kind.CALLBACK;
    }

    private boolean soundCrew() {
        if (crew == null || crew.shares().isEmpty()) {
            return true;
        }
        int sum = crew.shares().values().stream().mapToInt(Integer::intValue).sum();
        return sum == ALL && crew.shares().values().stream().allMatch(share -> within(share, ALL));
    }

    private boolean sound(Entry entry) {
        boolean timed = entry.fact() == Fact.WEEKDAY || entry.fact() == Fact.HOUR;
        boolean told = !timed || hours != null;
        boolean named = entry.fact() != Fact.MENU || entry.value().matches("[a-z][a-z0-9-]*=[a-z0-9-]+");
        return told
                && named
                && !entry.value().isBlank()
                && Math.abs(entry.levels()) <= MOST_LEVELS
                && entry.skills().values().stream().allMatch(level -> level > 0 && level <= BEST)
                && (entry.way() == null || entry.way().sound());
    }

    private static boolean sound(Spill spill) {
        int most = spill.when() == When.LENGTH ? MOST_WAITING : LONGEST;
        int least = spill.when() == When.NO_AGENTS ? 0 : 1;
        return spill.bound() >= least && spill.bound() <= most && spill.way().sound();
    }

    private static boolean within(int value, int most) {
        return value >= 0 && value <= most;
    }
}
