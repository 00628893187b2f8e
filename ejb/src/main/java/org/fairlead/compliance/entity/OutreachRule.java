package org.fairlead.compliance.entity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.Verdict.Count;
import org.jspecify.annotations.Nullable;

/** One limit on contacting people. A rule knows only how to say no; where none says no, the attempt is allowed. */
public sealed interface OutreachRule
        permits HoursRule,
                CapRule,
                CoolingOffRule,
                ConsentRule,
                HoldRule,
                ScrubRule,
                AbandonmentRule,
                CallerIdRule,
                PlainRule,
                DutyRule {

    RuleHead head();

    /** False for attempts that this rule is not about: another channel, another kind of telephone. */
    boolean concerns(OutreachFacts facts);

    /**
     * From when on, at {@code at} or later, this rule alone would say yes, were it in force for ever. Everything from
     * {@code at} up to there it denies.
     *
     * @return {@code at} itself for a yes, null when no time helps
     */
    @Nullable
    Instant earliest(OutreachFacts facts, Instant at);

    /** Why it says no, for somebody who reads it in any language. */
    Reason reason(OutreachFacts facts, Instant at);

    /** What it counted, for rules that count. */
    default Optional<Count> count(OutreachFacts facts, Instant at) {
        return Optional.empty();
    }

    /** A code of the bundles with what fills it. */
    record Reason(String code, List<String> params) {
        static Reason of(String code, Object... params) {
            return new Reason(
                    code, List.of(params).stream().map(String::valueOf).toList());
        }
    }
}
