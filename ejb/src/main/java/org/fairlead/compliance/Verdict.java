package org.fairlead.compliance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "may this person be contacted now", with everything that led to it. Stored with the attempt whether it
 * allows or denies, so that it can be explained years later.
 *
 * @param allowed true when no rule denies
 * @param at the instant that was asked about
 * @param denials every rule that says no, not only the first
 * @param nextAllowed the earliest instant at which, as things are now, no rule would deny; null when allowed, or when
 *     no time helps (a do-not-call entry, no known time zone)
 * @param counts what the caps counted, those that did not deny included
 * @param rules ids of all rules that were asked
 */
public record Verdict(
        boolean allowed,
        Instant at,
        List<Denial> denials,
        @Nullable Instant nextAllowed,
        List<Count> counts,
        List<String> rules) {

    public Verdict {
        denials = List.copyOf(denials);
        counts = List.copyOf(counts);
        rules = List.copyOf(rules);
    }

    /** True when any of the rules that deny is of this kind. */
    public boolean deniedBy(String kind) {
        return denials.stream().anyMatch(d -> d.kind().equals(kind));
    }

    /**
     * One rule's no.
     *
     * @param rule its id, as in the rule pack, or {@code CAMPAIGN-...} for the campaign's own
     * @param kind {@code hours}, {@code frequency_cap}, {@code do_not_call}, {@code zone}; with {@code denial.} in front a
     *     key of the interface bundles
     * @param citation the law or code it rests on, empty for the house's own
     * @param detail what was compared, for the reader: a zone and its local time, a count and its bound
     */
    public record Denial(String rule, String kind, String citation, String detail) {}

    /**
     * What a cap saw.
     *
     * @param seen attempts inside the window, the asked one not included
     * @param most the bound
     */
    public record Count(String rule, int seen, int most, String window) {}
}
