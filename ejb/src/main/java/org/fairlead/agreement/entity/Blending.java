package org.fairlead.agreement.entity;

/**
 * When agents who do both are taken off outbound work for inbound contacts, and given back. Two levels and a least
 * stay keep them from going to and fro.
 *
 * @param low below this service level, a share of 1, inbound needs them
 * @param high from this level on it does without
 * @param stayMillis how long they stay at least
 */
public record Blending(double low, double high, long stayMillis) {

    /** What the agents who do both are there for. */
    public enum Mode {
        BOTH,
        INBOUND_ONLY
    }

    public Blending {
        if (low > high) {
            throw new IllegalArgumentException("they would be given back before they are taken");
        }
    }

    /**
     * @param since they are in this mode since then
     * @param level of inbound now; NaN when there is nothing to tell it from: nobody calls, so nobody is kept for calls
     */
    public Mode next(Mode mode, long since, double level, long now) {
        if (now - since < stayMillis) {
            return mode;
        }
        if (Double.isNaN(level)) {
            return Mode.BOTH;
        }
        if (mode == Mode.BOTH) {
            return level < low ? Mode.INBOUND_ONLY : Mode.BOTH;
        }
        return level >= high ? Mode.BOTH : Mode.INBOUND_ONLY;
    }
}
