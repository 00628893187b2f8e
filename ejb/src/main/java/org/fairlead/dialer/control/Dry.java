package org.fairlead.dialer.control;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Campaigns that had no more leads when they were asked: for some rounds they claim no agents, or campaigns that share
 * agents with them would wait for calls that nobody makes.
 */
final class Dry {

    /** Five seconds, at two rounds a second. */
    private static final int ROUNDS = 10;

    private final Map<UUID, Integer> until = new HashMap<>();
    private int round;

    void nextRound() {
        round++;
    }

    void ran(UUID campaign) {
        until.put(campaign, round + ROUNDS);
    }

    boolean is(UUID campaign) {
        return until.getOrDefault(campaign, 0) > round;
    }
}
