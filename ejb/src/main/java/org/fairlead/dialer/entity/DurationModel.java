package org.fairlead.dialer.entity;

import java.util.Arrays;

/**
 * Learns how long something lasts as it happens: the rate of ending at each age, with old observations fading. Ages are
 * binned, finely at first and by a tenth of the age later. What has not ended yet counts as having lasted so far, or a
 * cold start would believe that everything is short.
 */
final class DurationModel {

    private static final double FINE = 2;
    private static final int FINE_BINS = 10;
    private static final double GROWTH = 1.12;
    private static final int BINS = 52;
    private static final double[] EDGES = edges();

    /** Pseudo-observations in each bin that pull it to the mean rate. */
    private final double pull;

    private final double keep;
    private final double[] exposure = new double[BINS];
    private final double[] ends = new double[BINS];
    private final double[] open = new double[BINS];
    private final double[] rate = new double[BINS];
    private final double[] gathered = new double[BINS + 1];

    private double instant;
    private double lasting;
    private final double priorMean;
    private final double priorWeight;

    /**
     * @param memory how many endings back it remembers
     * @param priorMean seconds that it expects before it has seen anything
     */
    DurationModel(double memory, double priorMean, double priorWeight, double pull) {
        this.keep = 1 - 1 / memory;
        this.priorMean = priorMean;
        this.priorWeight = priorWeight;
        this.pull = pull;
        refresh();
    }

    private static double[] edges() {
        double[] edges = new double[BINS + 1];
        for (int i = 1; i <= BINS; i++) {
            edges[i] = i <= FINE_BINS ? FINE * i : edges[i - 1] * GROWTH;
        }
        return edges;
    }

    /** Something lasted so many seconds; 0 when it did not take place at all. */
    void ended(double seconds) {
        for (int i = 0; i < BINS; i++) {
            exposure[i] *= keep;
            ends[i] *= keep;
        }
        instant *= keep;
        lasting *= keep;
        if (seconds <= 0) {
            instant++;
            return;
        }
        lasting++;
        int last = expose(exposure, seconds);
        ends[last]++;
    }

    private static int expose(double[] sums, double seconds) {
        int i = 0;
        while (i < BINS - 1 && seconds > EDGES[i + 1]) {
            sums[i] += EDGES[i + 1] - EDGES[i];
            i++;
        }
        sums[i] += seconds - EDGES[i];
        return i;
    }

    void forgetOpen() {
        Arrays.fill(open, 0);
    }

    /** Something goes on and has lasted so many seconds. */
    void stillOpen(double seconds) {
        expose(open, seconds);
    }

    /** Works the rates out anew. */
    void refresh() {
        double allExposure = priorWeight * priorMean;
        double allEnds = priorWeight;
        for (int i = 0; i < BINS; i++) {
            allExposure += exposure[i] + open[i];
            allEnds += ends[i];
        }
        double mean = allEnds / allExposure;
        for (int i = 0; i < BINS; i++) {
            // neighbours share what they saw: a bin alone has a handful of endings
            double seen = 0;
            double ended = 0;
            for (int k = Math.max(0, i - 2); k <= Math.min(BINS - 1, i + 2); k++) {
                double weight = KERNEL[Math.abs(k - i)];
                seen += weight * (exposure[k] + open[k]);
                ended += weight * ends[k];
            }
            rate[i] = (ended + pull) / (seen + pull / mean);
            gathered[i + 1] = gathered[i] + rate[i] * (EDGES[i + 1] - EDGES[i]);
        }
    }

    private static final double[] KERNEL = {1, 0.7, 0.3};

    /** Share that has no duration at all. */
    double instantShare() {
        return instant / (instant + lasting + priorWeight);
    }

    private double hazardUpTo(double age) {
        if (age >= EDGES[BINS]) {
            return gathered[BINS] + (age - EDGES[BINS]) * rate[BINS - 1];
        }
        int i = binOf(age);
        return gathered[i] + (age - EDGES[i]) * rate[i];
    }

    private static int binOf(double age) {
        if (age < FINE * FINE_BINS) {
            return (int) (age / FINE);
        }
        int i = FINE_BINS + (int) (Math.log(age / (FINE * FINE_BINS)) / Math.log(GROWTH));
        while (i > 0 && EDGES[i] > age) {
            i--;
        }
        while (i < BINS - 1 && EDGES[i + 1] <= age) {
            i++;
        }
        return Math.min(i, BINS - 1);
    }

    /** Chance that what has lasted so long goes on for so much more. */
    double outlasts(double age, double more) {
        return Math.exp(hazardUpTo(age) - hazardUpTo(age + more));
    }
}
