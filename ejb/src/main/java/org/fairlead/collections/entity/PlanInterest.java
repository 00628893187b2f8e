package org.fairlead.collections.entity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.fairlead.collections.entity.Interest.Span;
import org.fairlead.shared.Money;

/** A plan's own interest: due when its period begins, less the days on which a hold stops interest. */
public final class PlanInterest {

    private PlanInterest() {}

    /**
     * What is due of a period's interest, rounded down as each line of a plan is. Decided anew as holds come and go.
     *
     * @param held spans over which an interest hold stands; one that has no end yet reaches over the period
     */
    public static Money due(Money interest, Span period, List<Span> held) {
        long days = ChronoUnit.DAYS.between(period.from(), period.until());
        long free = period.from()
                .datesUntil(period.until())
                .filter(day -> isFree(day, held))
                .count();
        return new Money(Math.multiplyExact(interest.minor(), free) / days, interest.currency());
    }

    private static boolean isFree(LocalDate day, List<Span> held) {
        return held.stream().noneMatch(span -> span.covers(day));
    }
}
