package org.fairlead.dialer.entity;

import java.util.List;

/**
 * How many more calls to place for a campaign now: facts in, a number out, no clock and no container inside.
 *
 * <p>Progressive: one line for each ready agent, so that nobody who answers is left without one. Preview: one lead for
 * each ready agent. Other policies can take this place without the dialer noticing.
 */
public final class Pacing {

    /** A round places no more than this; the next one is a second away. */
    static final int MOST_IN_A_ROUND = 50;

    private Pacing() {}

    /**
     * What is known of a campaign this moment.
     *
     * @param free agents who are ready for its calls
     * @param inFlight its dials that are out, or answered and not yet with an agent: each has one of the free agents coming
     * @param rivals campaigns that may take the same agents
     */
    public record Facts(int free, int inFlight, List<Rival> rivals) {

        public Facts {
            rivals = List.copyOf(rivals);
        }
    }

    /**
     * Another campaign.
     *
     * @param inFlight its dials
     * @param shared free agents that could take calls of both: no more of its dials can end with one of ours
     */
    public record Rival(int inFlight, int shared) {
        int claims() {
            return Math.min(inFlight, shared);
        }
    }

    /** @return how many to place, never negative */
    public static int oneForEachReadyAgent(Facts facts) {
        int claimed = facts.rivals().stream().mapToInt(Rival::claims).sum();
        int missing = facts.free() - facts.inFlight() - claimed;
        return Math.max(0, Math.min(missing, MOST_IN_A_ROUND));
    }
}
