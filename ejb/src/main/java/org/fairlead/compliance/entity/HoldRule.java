package org.fairlead.compliance.entity;

import java.time.Instant;
import java.util.Set;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.OutreachFacts.HoldFact;
import org.jspecify.annotations.Nullable;

/**
 * A reason that stops contact, for as long as it stands.
 *
 * @param on kinds of holds; empty for all
 */
public record HoldRule(RuleHead head, Set<String> on) implements OutreachRule {

    public static final String KIND = "hold";

    public HoldRule {
        on = Set.copyOf(on);
    }

    @Override
    public boolean concerns(OutreachFacts facts) {
        return true;
    }

    @Override
    public @Nullable Instant earliest(OutreachFacts facts, Instant at) {
        Instant free = at;
        for (HoldFact hold : facts.standing().holds()) {
            if (stands(facts, hold)) {
                Instant until = hold.until();
                if (until == null) {
                    return null;
                }
                free = until.isAfter(free) ? until : free;
            }
        }
        return free;
    }

    /** A hold that another clock puts into the future stands already. */
    private boolean stands(OutreachFacts facts, HoldFact hold) {
        String debt = facts.target().debt();
        return (on.isEmpty() || on.contains(hold.kind()))
                && (hold.debt() == null || debt == null || hold.debt().equals(debt));
    }

    @Override
    public Reason reason(OutreachFacts facts, Instant at) {
        HoldFact hold = facts.standing().holds().stream()
                .filter(each -> stands(facts, each))
                .filter(each -> each.until() == null || each.until().isAfter(at))
                .findFirst()
                .orElseThrow();
        return Reason.of("hold", hold.kind(), hold.since());
    }
}
