package org.fairlead.gateway.asterisk;

import org.fairlead.jms.GatewayEvent.FailureCause;

/** What the causes of Q.850 mean for a call; the engine maps SIP's answers to them. */
final class Causes {

    static final int NORMAL = 16;
    static final int BUSY = 17;

    private Causes() {}

    /**
     * Why a leg did not come up.
     *
     * @param rang whether its far end was heard of: a silent one does not answer the telephone, it is not there
     */
    static FailureCause of(int cause, boolean rang) {
        return switch (cause) {
            case Leg.ENGINE_GONE -> FailureCause.ENGINE_DOWN;
            case Leg.NOT_REACHED -> FailureCause.DEAD_PEER;
            case BUSY -> FailureCause.BUSY;
            case 1, 2, 3, 22, 28 -> FailureCause.UNALLOCATED;
            case 21 -> FailureCause.REJECTED;
            case 34, 38, 41, 42, 44, 58 -> FailureCause.CONGESTION;
            default -> rang ? FailureCause.NO_ANSWER : FailureCause.DEAD_PEER;
        };
    }

    /** Whether the agent has no telephone where was rung: nobody is registered there, or another engine knows nobody. */
    static boolean nobodyThere(int cause, boolean rang) {
        return cause == Leg.NOT_REACHED || (!rang && of(cause, false) == FailureCause.UNALLOCATED);
    }
}
