package org.fairlead.dialer.control;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * How likely the calls that are out are to be answered, against those that a campaign usually dials: what pacing learns of
 * the usual call stays true while the likelier leads come first.
 */
final class LeadOdds {

    private static final double KEPT = 0.98;

    private final Map<UUID, Double> odds = new HashMap<>();
    private double usual;
    private boolean begun;

    /**
     * A call leaves.
     *
     * @param ratio against the client's usual lead
     */
    void leaves(UUID call, double ratio) {
        double log = Math.log(Math.max(1e-3, Math.min(1e3, ratio)));
        usual = begun ? usual * KEPT + log * (1 - KEPT) : log;
        begun = true;
        odds.put(call, Math.exp(log - usual));
    }

    double of(UUID call) {
        return odds.getOrDefault(call, 1.0);
    }

    /** Forgets all others. */
    void keep(Set<UUID> calls) {
        odds.keySet().retainAll(calls);
    }
}
