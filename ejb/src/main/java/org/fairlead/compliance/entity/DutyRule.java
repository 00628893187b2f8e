package org.fairlead.compliance.entity;

import java.time.Instant;
import org.fairlead.compliance.OutreachFacts;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done with a contact rather than a reason against it: words to say, records to keep. It never denies; the
 * verdict names it.
 *
 * @param what in the words of the rule pack
 */
public record DutyRule(RuleHead head, String what) implements OutreachRule {

    @Override
    public boolean concerns(OutreachFacts facts) {
        return true;
    }

    @Override
    public @Nullable Instant earliest(OutreachFacts facts, Instant at) {
        return at;
    }

    @Override
    public Reason reason(OutreachFacts facts, Instant at) {
        throw new IllegalStateException(head.id() + " never denies");
    }
}
