package org.fairlead.gateway.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one simulated customer is going to do. Made before the call, so that the same seed plays the same customers
 * whatever the centre does.
 *
 * @param answer what becomes of a dial; of no meaning for a customer who calls
 * @param setUp from the dial until it rings or fails
 * @param ring how long it rings before the answer
 * @param patience how long the customer waits for an agent before hanging up
 * @param talk how long after an agent came the customer hangs up; null leaves that to the agent
 * @param hangUpAfter hangs up so long after the beginning, whatever happens; null for never
 * @param keys what is pressed when keys are asked for, the same each time; with commas, one after the other
 */
public record CustomerPlan(
        Answer answer,
        Duration setUp,
        Duration ring,
        Duration patience,
        @Nullable Duration talk,
        @Nullable Duration hangUpAfter,
        String keys) {

    /** What is pressed at that question, counted from 0, when so many keys are taken. */
    public String pressed(int question, int most) {
        String[] answers = keys.split(",", -1);
        String answer = answers.length == 1 ? keys : question < answers.length ? answers[question] : "";
        return answer.substring(0, Math.min(most, answer.length()));
    }

    /** Who or what is at the other end of a dial. */
    public enum Answer {
        HUMAN,
        MACHINE,
        BUSY,
        NO_ANSWER,
        CONGESTION,
        UNALLOCATED,
        REJECTED,
        FAX
    }
}
