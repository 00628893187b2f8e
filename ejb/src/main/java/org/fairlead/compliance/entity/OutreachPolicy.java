package org.fairlead.compliance.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.Verdict.Count;
import org.fairlead.compliance.Verdict.Denial;
import org.jspecify.annotations.Nullable;

/**
 * The outreach decision: a function of facts, rules and an instant, total and explained. The strictest rule wins, since
 * each can only say no; so a rule that is added never enlarges what is allowed, and no order matters.
 */
public final class OutreachPolicy {

    /** Always asked: a number on a do-not-call list. No time helps. */
    public static final String DO_NOT_CALL = "do_not_call";

    /** Always asked: nobody knows what time it is for this person. No time helps. */
    public static final String NO_ZONE = "zone";

    private OutreachPolicy() {}

    public static Verdict decide(OutreachFacts facts, List<OutreachRule> rules, Instant at) {
        List<Denial> denials = denials(facts, rules, at);
        return new Verdict(
                denials.isEmpty(),
                at,
                denials,
                denials.isEmpty() ? null : nextAllowed(facts, rules, at),
                counts(facts, rules, at),
                asked(rules));
    }

    private static List<Denial> denials(OutreachFacts facts, List<OutreachRule> rules, Instant at) {
        List<Denial> denials = new ArrayList<>();
        if (facts.listed()) {
            denials.add(new Denial("DO-NOT-CALL", DO_NOT_CALL, "", facts.number()));
        }
        if (facts.zones().isEmpty()) {
            denials.add(new Denial("ZONE-UNKNOWN", NO_ZONE, "", facts.number()));
        }
        for (OutreachRule rule : rules) {
            rule.denial(facts, at).ifPresent(denials::add);
        }
        return denials;
    }

    private static @Nullable Instant nextAllowed(OutreachFacts facts, List<OutreachRule> rules, Instant at) {
        if (facts.listed() || facts.zones().isEmpty()) {
            return null;
        }
        return Turns.after(at, facts, rules)
                .filter(turn -> allows(facts, rules, turn))
                .findFirst()
                .orElse(null);
    }

    private static boolean allows(OutreachFacts facts, List<OutreachRule> rules, Instant at) {
        return rules.stream().map(rule -> rule.denial(facts, at)).allMatch(Optional::isEmpty);
    }

    private static List<Count> counts(OutreachFacts facts, List<OutreachRule> rules, Instant at) {
        return rules.stream()
                .filter(CapRule.class::isInstance)
                .map(CapRule.class::cast)
                .map(cap -> cap.count(facts, at))
                .toList();
    }

    private static List<String> asked(List<OutreachRule> rules) {
        List<String> ids = new ArrayList<>(List.of("DO-NOT-CALL", "ZONE-UNKNOWN"));
        rules.forEach(rule -> ids.add(rule.id()));
        return ids;
    }
}
