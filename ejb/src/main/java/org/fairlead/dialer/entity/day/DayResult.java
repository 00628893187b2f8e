package org.fairlead.dialer.entity.day;

/**
 * What came of a simulated day. Times are agents' milliseconds.
 *
 * @param idle ready and without a call
 * @param talked with people, up to the end of the shift
 * @param answered calls that a person answered and the detection let through: the abandonment's denominator
 * @param abandoned those of them that had no agent within the limit
 * @param mistaken people on whom the detection hung up
 */
public record DayResult(
        long staffed,
        long idle,
        long talked,
        int dials,
        int answered,
        int abandoned,
        int talks,
        int machines,
        int mistaken) {

    /** Share of the paid time that is not waiting for a call. */
    public double utilisation() {
        return 1 - idleShare();
    }

    public double idleShare() {
        return staffed == 0 ? 0 : (double) idle / staffed;
    }

    public double talkShare() {
        return staffed == 0 ? 0 : (double) talked / staffed;
    }

    public double abandonment() {
        return answered == 0 ? 0 : (double) abandoned / answered;
    }

    /** Days put together, as one would pool them. */
    public DayResult plus(DayResult other) {
        return new DayResult(
                staffed + other.staffed,
                idle + other.idle,
                talked + other.talked,
                dials + other.dials,
                answered + other.answered,
                abandoned + other.abandoned,
                talks + other.talks,
                machines + other.machines,
                mistaken + other.mistaken);
    }
}
