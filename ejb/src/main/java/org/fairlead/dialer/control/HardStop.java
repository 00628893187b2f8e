package org.fairlead.dialer.control;

import org.fairlead.campaign.Dialing;

/** Stops dialling ahead before a campaign's limit is broken: as soon as one more abandoned call could break it. */
final class HardStop {

    /** A rate over a handful of calls says nothing; up to so many answers, the allowance is that of so many. */
    private static final int FEWEST = 100;

    private HardStop() {}

    static boolean reached(Dialing.Count count, double limit) {
        return count.abandoned() + 1 > limit * Math.max(count.answered() + 1, FEWEST);
    }
}
