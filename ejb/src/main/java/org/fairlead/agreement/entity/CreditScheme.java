package org.fairlead.agreement.entity;

import java.util.List;

/**
 * What a client is owed when its service level of a period falls short, and so what one more missed contact is likely
 * to cost: the change in the expected credit, with the rest of the period as uncertain as it is.
 */
public record CreditScheme(List<Band> bands) {

    /** Nobody knows better than that where a level ends. With less doubt, money would be seen only beside a band. */
    private static final double LEAST_DOUBT = 0.02;

    private static final double SQRT_TWO_PI = StrictMath.sqrt(2 * StrictMath.PI);

    /**
     * @param below a share of 1: when the level is below it
     * @param credit owed in addition to the bands above, in the smallest unit of the currency
     */
    public record Band(double below, long credit) {}

    /**
     * How a period stands.
     *
     * @param inTime answered in time until now
     * @param counted until now
     * @param rest contacts that are still expected
     * @param share of those that will be answered in time if all goes on as it does
     */
    public record Standing(long inTime, long counted, double rest, double share) {}

    public CreditScheme {
        bands = List.copyOf(bands);
    }

    /** Owed at the end of a period that closed at this level. */
    public long owed(double level) {
        long owed = 0;
        for (Band band : bands) {
            owed += level < band.below() ? band.credit() : 0;
        }
        return owed;
    }

    /**
     * What one more miss costs, as things stand, in thousandths of the smallest unit: of each band its credit times how
     * likely it is that just this miss decides it. Nothing for a band that is lost whatever comes, or safe whatever
     * comes.
     */
    public long ofOneMiss(Standing standing) {
        double all = Math.max(1, standing.counted() + standing.rest());
        double mean = (standing.inTime() + standing.share() * standing.rest()) / all;
        double spread = StrictMath.sqrt(standing.rest() * standing.share() * (1 - standing.share())) / all;
        double doubt = Math.max(LEAST_DOUBT, 2 * spread);
        double best = (standing.inTime() + standing.rest()) / all;
        double worst = standing.inTime() / all;
        double cost = 0;
        for (Band band : bands) {
            if (best < band.below() || worst >= band.below()) {
                continue;
            }
            double away = (band.below() - mean) / doubt;
            cost += band.credit() * StrictMath.exp(-away * away / 2) / (doubt * SQRT_TWO_PI);
        }
        return Math.round(1000 * cost / all);
    }
}
