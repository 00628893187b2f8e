package org.fairlead.gateway.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A crowd of customers who call within some minutes, as evenly and as unevenly as real ones do.
 *
 * @param seed the same seed plays the same customers at the same moments
 * @param patienceSeconds mean of how long a customer waits for an agent
 * @param talkSeconds mean of how long a customer talks, never under {@code talkAtLeastSeconds}
 * @param agentEnds true when customers leave the hanging up to the agent
 * @param from numbers to call from; without any they are made up
 */
public record CrowdOrder(
        double callsPerMinute,
        double minutes,
        long seed,
        List<CalledNumber> numbers,
        double patienceSeconds,
        double talkSeconds,
        double talkAtLeastSeconds,
        boolean agentEnds,
        @Nullable List<String> from) {

    private static final int MOST_CALLS = 50_000;

    /** A number of ours that is called, and how often relative to the others. */
    public record CalledNumber(String dialled, double weight) {}

    public CrowdOrder {
        if (callsPerMinute <= 0 || minutes <= 0 || callsPerMinute * minutes > MOST_CALLS) {
            throw new IllegalArgumentException(
                    "callsPerMinute and minutes must be above zero, and at most " + MOST_CALLS + " calls together");
        }
        if (numbers == null || numbers.isEmpty() || numbers.stream().anyMatch(number -> number.weight() <= 0)) {
            throw new IllegalArgumentException("numbers must hold one number at least, each with a weight above zero");
        }
        if (patienceSeconds <= 0 || talkSeconds <= 0 || talkAtLeastSeconds < 0) {
            throw new IllegalArgumentException("patienceSeconds and talkSeconds must be above zero");
        }
    }
}
