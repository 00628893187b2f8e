package org.fairlead.gateway.simulator;

/**
 * How simulated customers behave when they are called. The weights need not add up to anything.
 *
 * @param byLastDigit the dialled number's last digit decides (2 busy, 3 no answer, 4 congestion, 5 unallocated,
 *     6 machine, else human) in place of the weights
 * @param ringFromSeconds shortest ringing before an answer
 * @param ringToSeconds longest ringing before an answer
 * @param patienceSeconds mean of how long an answered customer waits for an agent
 * @param talkSeconds mean of how long a customer talks
 * @param hangsUpFirst share of customers who hang up themselves, the others leave it to the agent
 */
public record OutboundHabits(
        boolean byLastDigit,
        double human,
        double machine,
        double busy,
        double noAnswer,
        double congestion,
        double unallocated,
        double rejected,
        double ringFromSeconds,
        double ringToSeconds,
        double patienceSeconds,
        double talkSeconds,
        double hangsUpFirst) {

    /** What consumers' numbers do on a working day, roughly. */
    public static final OutboundHabits USUAL =
            new OutboundHabits(false, 0.42, 0.18, 0.08, 0.26, 0.02, 0.03, 0.01, 3, 14, 9, 75, 0.5);

    public OutboundHabits {
        double[] weights = {human, machine, busy, noAnswer, congestion, unallocated, rejected};
        double sum = 0;
        for (double weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("weights must not be negative");
            }
            sum += weight;
        }
        if (sum <= 0) {
            throw new IllegalArgumentException("one weight at least must be above zero");
        }
        if (ringFromSeconds < 0 || ringToSeconds < ringFromSeconds) {
            throw new IllegalArgumentException("ringFromSeconds must lie between 0 and ringToSeconds");
        }
        if (patienceSeconds <= 0 || talkSeconds <= 0) {
            throw new IllegalArgumentException("patienceSeconds and talkSeconds must be above zero");
        }
        if (hangsUpFirst < 0 || hangsUpFirst > 1) {
            throw new IllegalArgumentException("hangsUpFirst must lie between 0 and 1");
        }
    }

    /** The same customers, decided by the last digit. */
    public OutboundHabits decidedByLastDigit(boolean on) {
        return new OutboundHabits(
                on,
                human,
                machine,
                busy,
                noAnswer,
                congestion,
                unallocated,
                rejected,
                ringFromSeconds,
                ringToSeconds,
                patienceSeconds,
                talkSeconds,
                hangsUpFirst);
    }
}
