package org.fairlead.dialer.entity;

import java.util.Arrays;

/**
 * What share of the calls is answered, as a belief over a grid of log odds: each call that rings on, is answered or ends
 * moves it by how likely just that was (Bayes), and a jump to any other share is held possible at any time. So the share is
 * known ever better while it stands still, and is learned anew within a few answers when a list or an hour changes it.
 */
final class ShareBelief {

    private static final double LEAST = -4.5;
    private static final double STEP = 0.1;
    private static final int POINTS = 76;
    private static final double[] ODDS = odds();

    /** Chance of a jump in each turn: one in five hours or so. */
    private static final double JUMP = 0.0001;

    /** Variance that the log odds gain in each turn: a tenth of them, up or down, in half an hour. */
    private static final double DRIFT = 0.00001;

    /** No single observation rules a share out: the ring times that it is judged by are learned too. */
    private static final double LEAST_LIKELY = 1e-6;

    private final double[] chances = new double[POINTS];
    private final double[] then = new double[POINTS];

    private static double[] odds() {
        double[] odds = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            odds[i] = Math.exp(LEAST + i * STEP);
        }
        return odds;
    }

    /** @param certainty one over the variance of the log odds */
    void begin(double logOdds, double certainty) {
        for (int i = 0; i < POINTS; i++) {
            double off = LEAST + i * STEP - logOdds;
            chances[i] = Math.exp(-off * off * certainty / 2) + LEAST_LIKELY;
        }
        settle();
    }

    /**
     * What is left at an age of the calls that are to be answered, and of those that are not.
     *
     * @param answers share of the answers that come later
     * @param failures share of the failures that come later
     */
    record Left(double answers, double failures) {

        double of(double odds) {
            return odds * answers + failures;
        }
    }

    /** A call rang on from one age to another. */
    void rang(Left before, Left after, double odds) {
        for (int i = 0; i < POINTS; i++) {
            double was = before.of(ODDS[i] * odds);
            chances[i] *= was < LEAST_LIKELY ? 1 : Math.max(LEAST_LIKELY, after.of(ODDS[i] * odds) / was);
        }
        settle();
    }

    /** A call that rang so far was answered, or ended without. */
    void ended(boolean answered, Left at, double odds) {
        for (int i = 0; i < POINTS; i++) {
            double here = ODDS[i] * odds;
            chances[i] *= (answered ? here : 1) / (at.of(here) + LEAST_LIKELY);
        }
        settle();
    }

    /** A step of time is over: it may have drifted, or jumped. */
    void turn() {
        double spread = DRIFT / (STEP * STEP) / 2;
        for (int i = 0; i < POINTS; i++) {
            double left = chances[Math.max(0, i - 1)];
            double right = chances[Math.min(POINTS - 1, i + 1)];
            double drifted = chances[i] + spread * (left + right - 2 * chances[i]);
            then[i] = (1 - JUMP) * drifted + JUMP / POINTS;
        }
        System.arraycopy(then, 0, chances, 0, POINTS);
    }

    /** The log odds of the share that is to be expected. */
    double logOdds() {
        double share = 0;
        for (int i = 0; i < POINTS; i++) {
            share += chances[i] * ODDS[i] / (1 + ODDS[i]);
        }
        return Math.log(share / (1 - share));
    }

    /** How far the log odds may well be from what is expected: the root of their variance. */
    double doubt() {
        double mean = 0;
        double square = 0;
        for (int i = 0; i < POINTS; i++) {
            double at = LEAST + i * STEP;
            mean += chances[i] * at;
            square += chances[i] * at * at;
        }
        return Math.sqrt(Math.max(0, square - mean * mean));
    }

    private void settle() {
        double all = Arrays.stream(chances).sum();
        for (int i = 0; i < POINTS; i++) {
            chances[i] /= all;
        }
    }
}
