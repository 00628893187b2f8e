package org.fairlead.agreement.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.agreement.AgreementView;
import org.fairlead.agreement.Counts;
import org.fairlead.agreement.Part;
import org.fairlead.agreement.ServiceLevelDay;
import org.fairlead.routing.MissPrices.Price;

/** What one more missed contact costs in each programme, from how its day stands under its agreement. */
public final class CreditPrices {

    private static final long SECOND = 1000;

    /** With fewer contacts the agreed level is a better guess than the day's own. */
    private static final long ENOUGH = 30;

    private static final double WORST = 0.3;
    private static final double BEST = 0.98;
    private static final double PERCENT = 100;

    /** What is late already still costs a little, so that it is not forgotten. */
    private static final long LATE_PART = 20;

    /** Less than a cent a miss decides nothing. */
    private static final long NEXT_TO_NOTHING = 1000;

    private CreditPrices() {}

    /**
     * @param schemes by agreement; who owes nothing is not in it
     * @param rest contacts that are expected until the end of the day, by programme
     */
    public static List<Price> of(List<ServiceLevelDay> days, Map<UUID, CreditScheme> schemes, Map<UUID, Double> rest) {
        List<Price> prices = new ArrayList<>();
        for (ServiceLevelDay day : days) {
            AgreementView agreement = day.agreement();
            if (agreement != null) {
                Optional.ofNullable(schemes.get(agreement.agreementId()))
                        .map(scheme -> price(day, agreement, scheme, rest.getOrDefault(day.programId(), 0.0)))
                        .ifPresent(prices::add);
            }
        }
        return prices;
    }

    private static Price price(ServiceLevelDay day, AgreementView agreement, CreditScheme scheme, double rest) {
        Counts counts = day.counts();
        long counted = counts.of(Part.ANSWERED) + counts.of(Part.ABANDONED);
        double agreed = agreement.targetPercent().doubleValue() / PERCENT;
        return of(
                day.programId(),
                scheme,
                new Course(counts.of(Part.ANSWERED_IN_TIME), counted, rest, agreed),
                agreement.thresholdSeconds() * SECOND);
    }

    /**
     * How a day has gone.
     *
     * @param inTime answered in time
     * @param counted until now
     * @param rest still expected
     * @param agreed level, a share of 1
     */
    public record Course(long inTime, long counted, double rest, double agreed) {}

    public static Price of(UUID programId, CreditScheme scheme, Course day, long targetMillis) {
        double level = day.counted() == 0 ? day.agreed() : (double) day.inTime() / day.counted();
        double share = day.counted() < ENOUGH ? day.agreed() : Math.min(BEST, Math.max(WORST, level));
        var standing = new CreditScheme.Standing(day.inTime(), day.counted(), Math.max(0, day.rest()), share);
        long reckoned = scheme.ofOneMiss(standing);
        long miss = reckoned < NEXT_TO_NOTHING ? 0 : reckoned;
        return new Price(programId, targetMillis, miss, miss / LATE_PART);
    }
}
