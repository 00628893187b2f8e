package org.fairlead.agreement;

/**
 * Contacts counted under one agreement. Counts of two periods add up to those of both together.
 *
 * @param waiting offered and neither answered nor abandoned yet
 * @param answeredWaitMillis what those who were answered waited, together
 */
public record Counts(
        long answered,
        long abandoned,
        long waiting,
        long answeredInTime,
        long abandonedInTime,
        long shortAbandoned,
        long answeredWaitMillis) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    public long offered() {
        return answered + abandoned + waiting;
    }

    public long of(Part part) {
        return switch (part) {
            case ANSWERED -> answered;
            case ABANDONED -> abandoned;
            case ANSWERED_IN_TIME -> answeredInTime;
            case ABANDONED_IN_TIME -> abandonedInTime;
            case ABANDONED_LATE -> abandoned - abandonedInTime;
            case SHORT_ABANDONED -> shortAbandoned;
        };
    }

    public Counts plus(Counts more) {
        return new Counts(
                answered + more.answered,
                abandoned + more.abandoned,
                waiting + more.waiting,
                answeredInTime + more.answeredInTime,
                abandonedInTime + more.abandonedInTime,
                shortAbandoned + more.shortAbandoned,
                answeredWaitMillis + more.answeredWaitMillis);
    }

    /** Average speed of answer, in whole seconds; 0 where nobody was answered. */
    public long averageWaitSeconds() {
        return answered == 0 ? 0 : Math.round(answeredWaitMillis / 1000.0 / answered);
    }
}
