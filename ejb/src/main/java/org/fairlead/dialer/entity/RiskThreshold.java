package org.fairlead.dialer.entity;

/**
 * The risk of an abandonment up to which calls are placed. Its logarithm moves by (target - abandoned?) at each answer, so
 * that what the models get wrong is made good; near the limit it shrinks, and where the next abandonment would break the
 * limit nothing is placed that could well be abandoned.
 */
final class RiskThreshold {

    private static final double LEAST = Math.log(0.0005);
    private static final double MOST = Math.log(0.7);

    /** A limit on a handful of answers says nothing; before so many, the allowance is that of so many. */
    private static final int FEWEST = 100;

    /** By so much the logarithm may differ from its base at most, upwards. */
    private static final double MOST_OFF = 1;

    private final double limit;
    private final PredictivePacing.Tuning tuning;
    private double base;
    private double gain;
    private int answered;
    private int abandoned;
    private int moves;

    RiskThreshold(double limit, PredictivePacing.Tuning tuning) {
        this.limit = limit;
        this.tuning = tuning;
        this.gain = tuning.early() / Math.sqrt(20);
        this.base = Math.max(LEAST, Math.log(limit * tuning.start()));
    }

    /** What the limit's window holds so far, as the books have it. */
    void window(int answeredSoFar, int abandonedSoFar) {
        answered = answeredSoFar;
        abandoned = abandonedSoFar;
    }

    /** An answered call came to an agent or did not. */
    void settled(boolean lost, int staffed) {
        answered++;
        abandoned += lost ? 1 : 0;
        gain = Math.max(tuning.gain(), tuning.early() / Math.sqrt(++moves + 20 + 10.0 * staffed));
        double off = Math.max(-MOST_OFF / gain, Math.min(surplus() - wanted(), MOST_OFF / gain));
        base = Math.max(LEAST, Math.min(MOST, base + tuning.damping() * gain * gain * off));
    }

    /** Abandonments that the limit still allows, short of the reserve. */
    private double surplus() {
        return limit * Math.max(answered, FEWEST) - abandoned - tuning.reserve();
    }

    /** What is kept between the count and the limit, so that chance seldom comes near it. */
    private double wanted() {
        return tuning.buffer() / Math.sqrt(gain) + tuning.spare() * limit * answered;
    }

    double now() {
        double surplus = surplus();
        double off = Math.min(gain * (surplus - wanted()), MOST_OFF);
        double free = Math.exp(Math.max(LEAST, Math.min(MOST, base + off)));
        return surplus <= 0 ? Math.min(free, tuning.low()) : free;
    }
}
