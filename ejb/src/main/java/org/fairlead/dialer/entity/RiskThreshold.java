package org.fairlead.dialer.entity;

/**
 * The risk of an abandonment up to which calls are placed. Its logarithm moves by (target - abandoned?) at each answer, so
 * that what the models get wrong is made good; where the next abandonment would break the limit nothing is placed that
 * could well be abandoned.
 *
 * <p>Where the window's end is known, the target is what is left of the allowance over the answers that are to come: a
 * threshold that changes little gets more out of the same number of abandonments than one that follows each of them. Where
 * it is not known, the threshold follows the distance between the count and the limit.
 */
final class RiskThreshold {

    private static final double LEAST = Math.log(0.0005);
    private static final double MOST = Math.log(0.7);

    /** A limit on a handful of answers says nothing; before so many, the allowance is that of so many. */
    private static final int FEWEST = 100;

    /** By so much the logarithm may differ from its base at most, upwards. */
    private static final double MOST_OFF = 1;

    /** By so much the models may be wrong at most. */
    private static final double MOST_CORRECTION = 2.5;

    /** How far what is left may raise and lower the threshold: a late gain of many abandonments is not worth much. */
    private static final double MOST_SPENT = 0.5;

    private static final double MOST_SPARED = 3;

    /** Abandonments that may be expected of all calls on their way at a start, at most. */
    private static final double START_TOGETHER = 0.5;

    /** And where the window allows hardly any. */
    private static final double LEAST_TOGETHER = 0.05;

    /** How many more for each answer that this policy has seen. */
    private static final double KNOWN = 0.01;

    private final double limit;
    private final PredictivePacing.Tuning tuning;
    private double base;
    private double gain;

    /** What the models have been wrong by, as the logarithm of the risk, while the window's end is known. */
    private double correction;

    /** More where many calls ring at once, for they are abandoned in bursts. */
    private double reserve;

    private int answered;
    private int abandoned;
    private int moves;
    private long begun;
    private long now = Long.MIN_VALUE;
    private long ends = Long.MIN_VALUE;

    RiskThreshold(double limit, PredictivePacing.Tuning tuning) {
        this.limit = limit;
        this.tuning = tuning;
        this.reserve = tuning.reserve();
        this.gain = tuning.early() / Math.sqrt(20);
        this.base = Math.max(LEAST, Math.log(limit * tuning.start()));
    }

    /** What the limit's window holds so far, as the books have it. */
    void window(int answeredSoFar, int abandonedSoFar) {
        answered = answeredSoFar;
        abandoned = abandonedSoFar;
    }

    /** When the window ends, so that what is allowed can be spread over it. */
    void ends(long at) {
        ends = at;
    }

    /** An answered call came to an agent or did not. */
    void settled(boolean lost, int staffed, long at) {
        answered++;
        abandoned += lost ? 1 : 0;
        if (moves == 0) {
            begun = at;
        }
        now = Math.max(now, at);
        reserve = tuning.reserve() * Math.max(1, Math.min(Math.sqrt(staffed / 5.0), 4));
        gain = Math.max(tuning.gain(), tuning.early() / Math.sqrt(++moves + 20 + 10.0 * staffed));
        double wanted = wantedShare();
        if (!Double.isNaN(wanted)) {
            double moved = correction + gain * (Math.min(2 * limit, wanted) - (lost ? 1 : 0));
            correction = Math.max(-MOST_CORRECTION, Math.min(MOST_CORRECTION, moved));
        }
        double off = Math.max(-MOST_OFF / gain, Math.min(left(0) - wanted(), MOST_OFF / gain));
        base = Math.max(LEAST, Math.min(MOST, base + tuning.damping() * gain * gain * off));
    }

    /** Abandonments that the limit still allows, with so many answers to come. */
    private double left(double toCome) {
        return limit * Math.max(answered + toCome, FEWEST) - abandoned - reserve;
    }

    /**
     * Answers that can be counted on until the window ends, at the pace so far; one at least, so that its last minute is no
     * window without an end, in which the threshold would follow what it never followed before.
     */
    private double toCome() {
        if (ends <= now || now <= begun) {
            return 0;
        }
        return Math.max(1, tuning.trust() * moves * (ends - now) / (now - begun));
    }

    /** What is kept between the count and the limit, so that chance seldom comes near it. */
    private double wanted() {
        return tuning.buffer() / Math.sqrt(gain) + tuning.spare() * limit * answered;
    }

    /** Which share of the answers to come may be abandoned; no number where the window's end is not known. */
    private double wantedShare() {
        double toCome = toCome();
        return toCome < 1 ? Double.NaN : Math.max(0, left(toCome) / toCome);
    }

    /**
     * How many abandonments all calls on their way may be expected to bring together: part of what the window still allows,
     * and more with each answer that was seen. So a start that knows little places no burst, however small the risk of
     * each call of it.
     */
    double bearableTogether() {
        double open = limit * Math.max(answered, FEWEST) - abandoned - 1;
        return Math.max(LEAST_TOGETHER, Math.min(START_TOGETHER, open / 2)) + KNOWN * moves;
    }

    double bearable(long at) {
        now = Math.max(now, at);
        double wanted = wantedShare();
        if (wanted > 0) {
            double spread = Math.max(-MOST_SPARED, Math.min(MOST_SPENT, Math.log(wanted / limit)));
            return Math.exp(Math.max(LEAST, Math.min(MOST, Math.log(limit) + correction + spread)));
        }
        double off = Math.min(gain * (left(0) - wanted()), MOST_OFF);
        double free = Math.exp(Math.max(LEAST, Math.min(MOST, base + off)));
        return wanted == 0 || left(0) <= 0 ? Math.min(free, tuning.low()) : free;
    }
}
