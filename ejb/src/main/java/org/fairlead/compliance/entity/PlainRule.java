package org.fairlead.compliance.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.PastContact;
import org.fairlead.compliance.PastContact.Result;
import org.jspecify.annotations.Nullable;

/**
 * A plain condition on one fact.
 *
 * @param text what the condition compares with, where it is a text
 * @param number the same for a number
 */
public record PlainRule(RuleHead head, Condition condition, Set<String> text, int number) implements OutreachRule {

    /** After so long nobody is on the telephone any more: an attempt without an end is one of unknown end. */
    static final Duration LONGEST_CALL = Duration.ofHours(4);

    public PlainRule {
        text = Set.copyOf(text);
    }

    /** A condition that always holds or denies, whatever the law. */
    static PlainRule always(String id, Condition condition) {
        return new PlainRule(RuleHead.own(id, condition.code), condition, Set.of(), 0);
    }

    /** What can be asked of the facts. */
    public enum Condition {
        /** The number stands on the client's or the outsourcer's own do-not-call list. */
        NOT_LISTED("do_not_call"),
        /** Somebody knows what time it is for this person. */
        ZONE_KNOWN("zone"),
        /** No other attempt to this number or person is under way. */
        NOT_IN_FLIGHT("in_flight"),
        /** It rings long enough. */
        RINGS_LONG_ENOUGH("ring_time"),
        /** Whoever answers and gets no agent hears who called. */
        SAFE_HARBOUR("disclosure"),
        /** Data of these people is kept in one of these countries. */
        DATA_KEPT_IN("data_residency"),
        /** No agent of a site in one of these countries takes it. */
        SITE_NOT_IN("site"),
        /** Only agents of sites in these countries take it. */
        SITE_IN("site");

        private final String code;

        Condition(String code) {
            this.code = code;
        }
    }

    /** Names of the house's own lists, as facts give them. */
    public static final Set<String> OWN_LISTS = Set.of("INTERNAL", "OUTSOURCER");

    @Override
    public boolean concerns(OutreachFacts facts) {
        boolean voice = facts.target().channel() == Channel.VOICE;
        return switch (condition) {
            case RINGS_LONG_ENOUGH -> voice;
            case SAFE_HARBOUR -> voice && !facts.manner().agentReserved();
            default -> true;
        };
    }

    @Override
    public @Nullable Instant earliest(OutreachFacts facts, Instant at) {
        return switch (condition) {
            case NOT_LISTED -> yes(facts.standing().listedOn().stream().noneMatch(OWN_LISTS::contains), at);
            case ZONE_KNOWN -> yes(!facts.where().zones().isEmpty(), at);
            case NOT_IN_FLIGHT -> landed(facts, at);
            case RINGS_LONG_ENOUGH -> yes(ring(facts) >= number, at);
            case SAFE_HARBOUR -> yes(facts.manner().safeHarbour(), at);
            case DATA_KEPT_IN -> yes(
                    facts.manner().dataCountry() == null
                            || text.contains(facts.manner().dataCountry()),
                    at);
            case SITE_NOT_IN -> yes(facts.manner().sites().stream().noneMatch(text::contains), at);
            case SITE_IN -> yes(text.containsAll(facts.manner().sites()), at);
        };
    }

    private static @Nullable Instant yes(boolean satisfied, Instant at) {
        return satisfied ? at : null;
    }

    private static Instant landed(OutreachFacts facts, Instant at) {
        Instant free = at;
        for (PastContact past : facts.past()) {
            if (past.result() == Result.OPEN && CapRule.Key.PERSON.same(facts.target(), past)) {
                Instant end = past.at().plus(LONGEST_CALL);
                free = end.isAfter(free) ? end : free;
            }
        }
        return free;
    }

    private static int ring(OutreachFacts facts) {
        Integer seconds = facts.manner().ringSeconds();
        return seconds == null ? 0 : seconds;
    }

    @Override
    public Reason reason(OutreachFacts facts, Instant at) {
        return switch (condition) {
            case NOT_LISTED, ZONE_KNOWN, NOT_IN_FLIGHT -> Reason.of(
                    condition.code, facts.target().number());
            case RINGS_LONG_ENOUGH -> Reason.of(condition.code, ring(facts), number);
            case SAFE_HARBOUR -> Reason.of(condition.code);
            case DATA_KEPT_IN -> Reason.of(
                    condition.code, String.valueOf(facts.manner().dataCountry()), String.join(" ", text));
            case SITE_NOT_IN, SITE_IN -> Reason.of(
                    condition.code, String.join(" ", facts.manner().sites()), head.jurisdiction());
        };
    }
}
