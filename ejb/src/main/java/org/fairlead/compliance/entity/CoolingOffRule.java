package org.fairlead.compliance.entity;

import java.time.Instant;
import java.util.Set;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.PastContact;
import org.fairlead.compliance.PastContact.Result;
import org.jspecify.annotations.Nullable;

/**
 * After something has happened, a while without attempts.
 *
 * @param unless what makes it pointless
 */
public record CoolingOffRule(
        RuleHead head, Set<Result> after, Span pause, CapRule.Key key, Set<Channel> channels, Unless unless)
        implements OutreachRule {

    public static final String KIND = "cooling_off";

    public CoolingOffRule {
        after = Set.copyOf(after);
        channels = Set.copyOf(channels);
    }

    /** Exceptions that rules make. */
    public enum Unless {
        NEVER,
        /** The person has agreed, and it is on record. */
        CONSENT,
        /** An agent is held before the number is dialled. */
        AGENT_RESERVED
    }

    @Override
    public boolean concerns(OutreachFacts facts) {
        return channels.contains(facts.target().channel())
                && !(unless == Unless.AGENT_RESERVED && facts.manner().agentReserved());
    }

    @Override
    public @Nullable Instant earliest(OutreachFacts facts, Instant at) {
        Instant free = at;
        for (PastContact past : facts.past()) {
            if (after.contains(past.result()) && key.same(facts.target(), past)) {
                Instant end = pause.end(past.at(), facts.where().zones());
                if (end == null) {
                    return null;
                }
                free = end.isAfter(free) ? end : free;
            }
        }
        return unless == Unless.CONSENT && Consents.given(facts, at) ? at : free;
    }

    @Override
    public Reason reason(OutreachFacts facts, Instant at) {
        Instant last = facts.past().stream()
                .filter(past -> after.contains(past.result()) && key.same(facts.target(), past))
                .map(PastContact::at)
                .max(Instant::compareTo)
                .orElse(at);
        return Reason.of("cooling_off", last, pause.code(), first());
    }

    /** The plainest of the results, for the reader. */
    private Result first() {
        return after.stream()
                .filter(result -> result != Result.UNKNOWN)
                .min(Result::compareTo)
                .orElse(Result.UNKNOWN);
    }
}
