package org.fairlead.dialer.entity;

/**
 * How many answered calls there will be beyond the agents who are then free, for each step of the horizon: the sum of
 * independent chances, each of one call that is answered or one agent who becomes free by then. Exact where few take part;
 * where many do, the normal distribution corrected for skewness, which then is as good and needs no more than three sums.
 */
final class Shortfall {

    /** Steps of the horizon. */
    static final int BINS = 14;

    /** Seconds of a step. */
    static final double BIN = 2;

    /** Up to so many calls and agents the distribution is worked out exactly. */
    static final int FEW = 40;

    /** New calls that a decision may add to the few. */
    private static final int ROOM = 160;

    private final double[] mean = new double[BINS];
    private final double[] variance = new double[BINS];
    private final double[] third = new double[BINS];
    /** Of each step the chances of the difference, from {@code -zero} upwards. */
    private final double[][] exact = new double[BINS][FEW + ROOM];

    private int size;
    private int zero;
    private boolean few;

    /** Begins anew: exactly when few take part. */
    void clear(boolean exactly) {
        few = exactly;
        size = 1;
        zero = 0;
        for (int b = 0; b < BINS; b++) {
            mean[b] = 0;
            variance[b] = 0;
            third[b] = 0;
            exact[b][0] = 1;
        }
    }

    /** A call that may be answered: the chance that it is, by each step. */
    void call(double[] by) {
        for (int b = 0; b < BINS; b++) {
            double chance = by[b];
            moments(b, chance, 1);
            if (few) {
                double[] p = exact[b];
                p[size] = p[size - 1] * chance;
                for (int i = size - 1; i > 0; i--) {
                    p[i] = p[i] * (1 - chance) + p[i - 1] * chance;
                }
                p[0] *= 1 - chance;
            }
        }
        size++;
    }

    /** An agent who may become free: the chance that it is so, by each step. */
    void agent(double[] by) {
        for (int b = 0; b < BINS; b++) {
            double chance = by[b];
            moments(b, chance, -1);
            if (few) {
                double[] p = exact[b];
                p[size] = p[size - 1] * (1 - chance);
                for (int i = size - 1; i > 0; i--) {
                    p[i] = p[i] * chance + p[i - 1] * (1 - chance);
                }
                p[0] *= chance;
            }
        }
        size++;
        zero++;
    }

    boolean isFull() {
        return few && size >= FEW + ROOM;
    }

    private void moments(int b, double chance, int sign) {
        double spread = chance * (1 - chance);
        mean[b] += sign * chance;
        variance[b] += spread;
        third[b] += sign * spread * (1 - 2 * chance);
    }

    /** How many of the calls so far are to be expected to find nobody, with so many agents ready now. */
    double excess(int spare) {
        double most = 0;
        for (int b = 0; b < BINS; b++) {
            most = Math.max(most, excess(b, spare));
        }
        return most;
    }

    private double excess(int b, int spare) {
        if (few) {
            double sum = 0;
            for (int i = Math.max(0, zero + spare + 1); i < size; i++) {
                sum += exact[b][i] * (i - zero - spare);
            }
            return sum;
        }
        double deviation = Math.sqrt(Math.max(variance[b], 1e-6));
        double z = (spare - mean[b]) / deviation;
        return deviation * Math.max(0, Normal.density(z) - z * Normal.above(z));
    }

    /** Chance that by this step the difference has reached {@code spare}, so that one more call finds nobody. */
    double reaches(int b, int spare) {
        if (few) {
            double sum = 0;
            for (int i = Math.max(0, zero + spare); i < size; i++) {
                sum += exact[b][i];
            }
            return sum;
        }
        if (variance[b] < 1e-6) {
            return mean[b] > spare - 0.5 ? 1 : 0;
        }
        double deviation = Math.sqrt(variance[b]);
        double z = (spare - 0.5 - mean[b]) / deviation;
        double skewness = third[b] / (variance[b] * deviation);
        double chance = Normal.above(z) + Normal.density(z) * skewness / 6 * (z * z - 1);
        return Math.max(0, Math.min(1, chance));
    }
}
