package org.fairlead.gateway.simulator;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Draws of the kinds that customers need. */
final class Draws {

    private static final double LONGEST_OF_MEAN = 6;

    private Draws() {}

    static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /** Exponential around a mean, not below {@code least} seconds and not beyond six means. */
    static Duration around(RandomGenerator random, double meanSeconds, double leastSeconds) {
        double drawn = -Math.log(1 - random.nextDouble()) * meanSeconds;
        return seconds(Math.max(leastSeconds, Math.min(drawn, meanSeconds * LONGEST_OF_MEAN)));
    }

    /** An index, each with its weight. */
    static int weighted(RandomGenerator random, double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double drawn = random.nextDouble() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            drawn -= weights[i];
            if (drawn < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
