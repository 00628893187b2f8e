package org.fairlead.compliance.entity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.Verdict.Count;
import org.fairlead.compliance.Verdict.Denial;
import org.fairlead.compliance.Verdict.Duty;
import org.fairlead.compliance.entity.ConsentRule.Needs;
import org.fairlead.compliance.entity.PlainRule.Condition;
import org.jspecify.annotations.Nullable;

/**
 * The outreach decision: a function of facts, rules and an instant, total and explained. The strictest rule wins, since
 * each can only say no; so a rule that is added never enlarges what is allowed, and no order matters.
 */
public final class OutreachPolicy {

    /** The kind of the rule against numbers on a do-not-call list. No time helps. */
    public static final String DO_NOT_CALL = "do_not_call";

    /** The kind of the rule that wants to know what time it is for this person. No time helps. */
    public static final String NO_ZONE = "zone";

    /** The kind of the rule against two attempts at once. */
    public static final String IN_FLIGHT = "in_flight";

    /** Asked of every attempt, whatever the law. */
    static final List<OutreachRule> ALWAYS = List.of(
            PlainRule.always("DO-NOT-CALL", Condition.NOT_LISTED),
            PlainRule.always("ZONE-UNKNOWN", Condition.ZONE_KNOWN),
            PlainRule.always("IN-FLIGHT", Condition.NOT_IN_FLIGHT),
            new ConsentRule(
                    RuleHead.own("CONSENT-REVOKED", ConsentRule.KIND),
                    Needs.NOT_REVOKED,
                    Set.of(Channel.values()),
                    null,
                    false),
            new HoldRule(RuleHead.own("HOLD", HoldRule.KIND), Set.of()));

    /** Further ahead nobody plans a call. */
    private static final Duration HORIZON = Duration.ofDays(800);

    private OutreachPolicy() {}

    /** @param rules those that may apply to the facts, in any order, in force or not */
    public static Verdict decide(OutreachFacts facts, List<OutreachRule> rules, Instant at) {
        List<OutreachRule> concerned = new ArrayList<>(ALWAYS);
        rules.stream().filter(rule -> rule.concerns(facts)).forEach(concerned::add);
        List<OutreachRule> asked = concerned.stream()
                .filter(rule -> rule.head().inForce(zones(facts), at))
                .sorted(Comparator.comparing(rule -> rule.head().reference()))
                .toList();
        List<Denial> denials = asked.stream()
                .filter(rule -> !at.equals(rule.earliest(facts, at)))
                .map(rule -> denial(rule, facts, at))
                .toList();
        return new Verdict(
                denials.isEmpty(),
                at,
                denials,
                denials.isEmpty() ? null : next(facts, concerned, at),
                counts(facts, asked, at),
                duties(asked),
                asked.stream().map(rule -> rule.head().reference()).distinct().toList());
    }

    private static Denial denial(OutreachRule rule, OutreachFacts facts, Instant at) {
        RuleHead head = rule.head();
        OutreachRule.Reason why = rule.reason(facts, at);
        return new Denial(
                head.id(), head.version(), head.kind(), head.citation(), head.basis(), why.code(), why.params());
    }

    /**
     * From one no to the end of the longest, until none says no. What lies between was denied by the rule that was waited
     * for, so nothing is skipped.
     */
    private static @Nullable Instant next(OutreachFacts facts, List<OutreachRule> rules, Instant at) {
        Instant horizon = at.plus(HORIZON);
        Instant now = at;
        while (now.isBefore(horizon)) {
            Instant latest = now;
            for (OutreachRule rule : rules) {
                Instant free = earliest(rule, facts, now);
                if (free == null) {
                    return null;
                }
                latest = free.isAfter(latest) ? free : latest;
            }
            if (latest.equals(now)) {
                return now;
            }
            now = latest;
        }
        return null;
    }

    /** As the rule says it, but no longer than it is in force. */
    private static @Nullable Instant earliest(OutreachRule rule, OutreachFacts facts, Instant at) {
        if (!rule.head().inForce(zones(facts), at)) {
            return at;
        }
        Instant own = rule.earliest(facts, at);
        Instant over = rule.head().over(zones(facts));
        return own == null || (over != null && over.isBefore(own)) ? over : own;
    }

    private static List<ZoneId> zones(OutreachFacts facts) {
        return facts.where().zones();
    }

    private static List<Count> counts(OutreachFacts facts, List<OutreachRule> asked, Instant at) {
        return asked.stream()
                .map(rule -> rule.count(facts, at))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Duty> duties(List<OutreachRule> asked) {
        return asked.stream()
                .filter(DutyRule.class::isInstance)
                .map(DutyRule.class::cast)
                .map(duty -> new Duty(
                        duty.head().id(),
                        duty.head().version(),
                        duty.head().kind(),
                        duty.head().citation(),
                        duty.what()))
                .toList();
    }
}
