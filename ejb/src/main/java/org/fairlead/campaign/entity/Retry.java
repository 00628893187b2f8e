package org.fairlead.campaign.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of a lead after an attempt: a function of how it ended, how often it ended so, and the campaign's rules. */
public record Retry(Map<String, Rule> rules) {

    /**
     * Try again after so long, so many times.
     *
     * @param after ISO duration
     */
    public record Rule(Duration after, int times) {}

    /** What a campaign that says nothing gets; its own rules replace single lines. */
    public static final Map<String, Rule> DEFAULTS = Map.of(
            "BUSY", new Rule(Duration.ofMinutes(15), 5),
            "NO_ANSWER", new Rule(Duration.ofHours(2), 5),
            "MACHINE", new Rule(Duration.ofHours(4), 3),
            "FAILED", new Rule(Duration.ofHours(1), 2),
            // A customer who was left waiting is left in peace for three days (Ofcom's 72 hours, kept for everyone).
            "ABANDONED", new Rule(Duration.ofHours(72), 2),
            // An agent talked to someone, but not to the customer.
            "NO_CONTACT", new Rule(Duration.ofHours(4), 3),
            // A callback whose time nobody noted.
            "CALLBACK", new Rule(Duration.ofHours(24), 3),
            // The agent put the lead back before it was dialled.
            "REFUSED", new Rule(Duration.ofHours(1), 3),
            // It never left: the same lead again soon, without an end.
            "EXPIRED", new Rule(Duration.ofMinutes(1), Integer.MAX_VALUE));

    public Retry {
        Map<String, Rule> all = new HashMap<>(DEFAULTS);
        all.putAll(rules);
        rules = Map.copyOf(all);
    }

    /**
     * The lead's next state.
     *
     * @param nextAt when it may be taken again; null when it is not to be
     */
    public record Next(String state, @Nullable Instant nextAt) {

        public static final String READY = "READY";
        public static final String CALLBACK = "CALLBACK";
        public static final String DONE = "DONE";
        public static final String EXHAUSTED = "EXHAUSTED";
        public static final String DO_NOT_CALL = "DO_NOT_CALL";
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
        if (Next.DO_NOT_CALL.equals(category)) {
            return new Next(Next.DO_NOT_CALL, null);
        }
        if (callbackAt != null) {
            return new Next(Next.CALLBACK, callbackAt);
        }
        if (Next.CALLBACK.equals(category)) {
            return again(Next.CALLBACK, Next.CALLBACK, times, endedAt);
        }
        if (outcome.equals("HANDLED")) {
            return "NO_CONTACT".equals(category)
                    ? again("NO_CONTACT", Next.READY, times, endedAt)
                    : new Next(Next.DONE, null);
        }
        return again(outcome, Next.READY, times, endedAt);
    }

    /** An outcome without a rule, such as an unknown one, is not tried again on its own. */
    private Next again(String key, String state, int times, Instant endedAt) {
        Rule rule = rules.get(key);
        return rule == null || times > rule.times()
                ? new Next(Next.EXHAUSTED, null)
                : new Next(state, endedAt.plus(rule.after()));
    }
}
