package org.fairlead.compliance;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
 * @param duties what must be done with the contact, once it is allowed: what to say, what to keep
 * @param rules all rules that were asked, with their versions: {@code US-TM-HRS@1}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Verdict(
        boolean allowed,
        Instant at,
        List<Denial> denials,
        @Nullable Instant nextAllowed,
        List<Count> counts,
        List<Duty> duties,
        List<String> rules) {

    public Verdict {
        denials = List.copyOf(denials);
        counts = List.copyOf(counts);
        duties = copy(duties);
        rules = List.copyOf(rules);
    }

    /** Verdicts of the first version, read back from the store, lack some lists. */
    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** True when any of the rules that deny is of this kind. */
    public boolean deniedBy(String kind) {
        return denials.stream().anyMatch(d -> d.kind().equals(kind));
    }

    /**
     * One rule's no. In no language: {@code compliance.denial.} and the code is a pattern of the interface bundles, the
     * parameters fill it.
     *
     * @param rule its id, as in the rule pack, or {@code CAMPAIGN-...} for the campaign's own
     * @param version of the rule, 0 for what is always asked
     * @param kind {@code hours}, {@code frequency_cap}, {@code do_not_call}, {@code zone} ...; the group of the code
     * @param citation the law or code it rests on, empty for the house's own
     * @param basis how firm that is, shown beside the citation
     * @param code what was found
     * @param params what was compared: a zone and its local time, a count and its bound; instants in ISO form
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Denial(
            String rule, int version, String kind, String citation, String basis, String code, List<String> params) {

        public Denial {
            basis = Objects.requireNonNullElse(basis, "");
            code = Objects.requireNonNullElse(code, kind);
            params = copy(params);
        }
    }

    /**
     * What a cap saw.
     *
     * @param seen inside the window, the asked one not included
     * @param most the bound
     * @param window {@code PT168H}, {@code DAY}, {@code WEEK} ...
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Count(String rule, int seen, int most, String window) {}

    /**
     * What a rule asks of whoever makes the contact.
     *
     * @param kind {@code disclosure}, {@code retention}, {@code recording} ...
     * @param what in the words of the rule pack
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Duty(String rule, int version, String kind, String citation, String what) {}
}
