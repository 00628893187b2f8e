package org.fairlead.campaign.entity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of a lead after an attempt: a function of how it ended, how often it ended so, and the campaign's rules. */
public record Retry(Map<String, Rule> rules) {

    /**
     * Try again after so long, so many times.
     *
     * @param after ISO duration
     * @param otherNumber the next try goes to the lead's next number, where it has several
     * @param otherHour the next try is in another part of the day
     */
    public record Rule(Duration after, int times, boolean otherNumber, boolean otherHour) {

        /** To the same number, as soon as the time is over. */
        public Rule(Duration after, int times) {
            this(after, times, false, false);
        }
    }

    /** What a campaign that says nothing gets; its own rules replace single lines. */
    public static final Map<String, Rule> DEFAULTS = Map.ofEntries(
            Map.entry("BUSY", new Rule(Duration.ofMinutes(15), 5)),
            Map.entry("NO_ANSWER", new Rule(Duration.ofHours(2), 5)),
            Map.entry("MACHINE", new Rule(Duration.ofHours(4), 3)),
            Map.entry("FAILED", new Rule(Duration.ofHours(1), 2)),
            // Nobody is ever reached there: only another number of the lead is tried.
            Map.entry("DEAD_LINE", new Rule(Duration.ofMinutes(1), 0, true, false)),
            Map.entry("FAX", new Rule(Duration.ofMinutes(1), 0, true, false)),
            // A customer who was left waiting is left in peace for three days (Ofcom's 72 hours, kept for everyone).
            Map.entry("ABANDONED", new Rule(Duration.ofHours(72), 2)),
            // An agent talked to someone, but not to the customer.
            Map.entry("NO_CONTACT", new Rule(Duration.ofHours(4), 3)),
            // A callback whose time nobody noted.
            Map.entry("CALLBACK", new Rule(Duration.ofHours(24), 3)),
            // The agent put the lead back before it was dialled.
            Map.entry("REFUSED", new Rule(Duration.ofHours(1), 3)),
            // It never left: the same lead again soon, without an end.
            Map.entry("EXPIRED", new Rule(Duration.ofMinutes(1), Integer.MAX_VALUE)));

    public Retry {
        Map<String, Rule> all = new HashMap<>(DEFAULTS);
        all.putAll(rules);
        rules = Map.copyOf(all);
    }

    /**
     * The lead's next state.
     *
     * @param nextAt when it may be taken again; null when it is not to be
     * @param otherNumber under its next number
     */
    public record Next(String state, @Nullable Instant nextAt, boolean otherNumber) {

        public static final String READY = "READY";
        public static final String CALLBACK = "CALLBACK";
        public static final String DONE = "DONE";
        public static final String EXHAUSTED = "EXHAUSTED";
        public static final String DO_NOT_CALL = "DO_NOT_CALL";

        /** Under the number that is its turn anyway. */
        public Next(String state, @Nullable Instant nextAt) {
            this(state, nextAt, false);
        }
    }

    /** Where the lead lives and when the campaign's day begins there. */
    public record Day(ZoneId zone, LocalTime begins) {

        static final Day UNKNOWN = new Day(ZoneOffset.UTC, LocalTime.of(9, 0));
    }

    /** Ends that say that a number is none under which a person is ever reached. */
    public static boolean deadNumber(String outcome) {
        return outcome.equals("DEAD_LINE") || outcome.equals("FAX");
    }

    /**
     * Decides.
     *
     * @param outcome of the attempt
     * @param category of the disposition, null when there is none
     * @param times how many of the lead's attempts ended so, this one included
     */
    public Next after(
            String outcome, @Nullable String category, @Nullable Instant callbackAt, int times, Instant endedAt) {
        return after(outcome, category, callbackAt, times, endedAt, Day.UNKNOWN);
    }

    /** The same, with what is known of the lead's day. */
    public Next after(
            String outcome,
            @Nullable String category,
            @Nullable Instant callbackAt,
            int times,
            Instant endedAt,
            Day day) {
        if (Next.DO_NOT_CALL.equals(category)) {
            return new Next(Next.DO_NOT_CALL, null);
        }
        if (callbackAt != null) {
            return new Next(Next.CALLBACK, callbackAt);
        }
        if (Next.CALLBACK.equals(category)) {
            return again(Next.CALLBACK, Next.CALLBACK, times, endedAt, day);
        }
        if (outcome.equals("HANDLED")) {
            return "NO_CONTACT".equals(category)
                    ? again("NO_CONTACT", Next.READY, times, endedAt, day)
                    : new Next(Next.DONE, null);
        }
        return again(outcome, Next.READY, times, endedAt, day);
    }

    /** An outcome without a rule, such as an unknown one, is not tried again on its own. */
    private Next again(String key, String state, int times, Instant endedAt, Day day) {
        Rule rule = rules.get(key);
        if (rule == null || times > rule.times()) {
            return new Next(Next.EXHAUSTED, null);
        }
        Instant next = endedAt.plus(rule.after());
        return new Next(
                state,
                rule.otherHour() ? DayPart.other(next, endedAt, day.zone(), day.begins()) : next,
                rule.otherNumber());
    }

    /** After a dead number: the lead's next one, as soon as the rule says. */
    public Next underAnother(String outcome, Instant endedAt) {
        Rule rule = rules.get(outcome);
        Duration after = rule == null ? Duration.ofMinutes(1) : rule.after();
        return new Next(Next.READY, endedAt.plus(after), true);
    }
}
