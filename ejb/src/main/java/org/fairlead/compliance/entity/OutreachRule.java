package org.fairlead.compliance.entity;

import java.time.Instant;
import java.util.Optional;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.Verdict.Denial;

/** One limit on contacting people. A rule knows only how to say no; where none says no, the attempt is allowed. */
public sealed interface OutreachRule permits HoursRule, CapRule {

    /** As in the rule pack, or {@code CAMPAIGN-...}. */
    String id();

    /** The law or code it rests on; empty for the house's own. */
    String citation();

    Optional<Denial> denial(OutreachFacts facts, Instant at);
}
