package org.fairlead.agreement;

import static org.fairlead.agreement.Part.ABANDONED;
import static org.fairlead.agreement.Part.ABANDONED_IN_TIME;
import static org.fairlead.agreement.Part.ABANDONED_LATE;
import static org.fairlead.agreement.Part.ANSWERED;
import static org.fairlead.agreement.Part.ANSWERED_IN_TIME;
import static org.fairlead.agreement.Part.SHORT_ABANDONED;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How a contract computes its service level: one fraction over counted contacts. Each formula is data, so that a page
 * writes it out in words and in numbers from the same source that computes it. The names are stored in agreements and
 * never change their meaning.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are made by List.of
public enum Formula {
    /** (answered in time + abandoned in time) / (answered + abandoned). */
    IN_TIME_OF_ALL(List.of(plus(ANSWERED_IN_TIME), plus(ABANDONED_IN_TIME)), List.of(plus(ANSWERED), plus(ABANDONED))),

    /** answered in time / answered. */
    ANSWERED_IN_TIME_OF_ANSWERED(List.of(plus(ANSWERED_IN_TIME)), List.of(plus(ANSWERED))),

    /** answered in time / (answered + abandoned). */
    ANSWERED_IN_TIME_OF_ALL(List.of(plus(ANSWERED_IN_TIME)), List.of(plus(ANSWERED), plus(ABANDONED))),

    /** answered in time / (answered + abandoned after the threshold). */
    ANSWERED_IN_TIME_OF_ANSWERED_AND_LATE(
            List.of(plus(ANSWERED_IN_TIME)), List.of(plus(ANSWERED), plus(ABANDONED_LATE))),

    /** (answered in time + short abandoned) / (answered + abandoned). */
    ANSWERED_IN_TIME_AND_SHORT_OF_ALL(
            List.of(plus(ANSWERED_IN_TIME), plus(SHORT_ABANDONED)), List.of(plus(ANSWERED), plus(ABANDONED))),

    /** answered in time / (answered + abandoned - short abandoned). */
    ANSWERED_IN_TIME_OF_ALL_LESS_SHORT(
            List.of(plus(ANSWERED_IN_TIME)), List.of(plus(ANSWERED), plus(ABANDONED), minus(SHORT_ABANDONED)));

    private final List<Term> numerator;
    private final List<Term> denominator;

    Formula(List<Term> numerator, List<Term> denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** One summand: a part, added or taken off. */
    public record Term(Part part, boolean added) {}

    public List<Term> numerator() {
        return numerator;
    }

    public List<Term> denominator() {
        return denominator;
    }

    /** The level over these counts; not applicable where the denominator is empty. */
    public ServiceLevel over(Counts counts) {
        return new ServiceLevel(this, sum(numerator, counts), sum(denominator, counts));
    }

    /** Every part that the formula speaks of. */
    public Set<Part> parts() {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        numerator.forEach(term -> parts.add(term.part()));
        denominator.forEach(term -> parts.add(term.part()));
        return parts;
    }

    private static long sum(List<Term> terms, Counts counts) {
        return terms.stream()
                .mapToLong(term -> term.added() ? counts.of(term.part()) : -counts.of(term.part()))
                .sum();
    }

    private static Term plus(Part part) {
        return new Term(part, true);
    }

    private static Term minus(Part part) {
        return new Term(part, false);
    }
}
