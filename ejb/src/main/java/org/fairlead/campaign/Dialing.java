package org.fairlead.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign's calls are paced.
 *
 * @param lines for each ready agent, in power mode
 * @param abandonLimit share of the calls answered by a person that may be abandoned
 * @param window over which abandoned calls are counted
 * @param weight of the campaign where several want the same agents
 */
public record Dialing(double lines, double abandonLimit, Window window, int weight) {

    public static final Dialing USUAL = new Dialing(1.5, 0.03, Window.DAY, 1);

    /** Each regulator counts over another time; the data base knows when each begins and ends. */
    public enum Window {
        /** The calendar day (Ofcom: 24 hours). */
        DAY,
        /** The calendar month (CRTC). */
        MONTH,
        /** Thirty days (FTC: per campaign, or its life if shorter). */
        DAYS_30
    }

    /**
     * What a window holds.
     *
     * @param answered by a person, as far as one can tell
     * @param abandoned of them, with no agent within the limit
     * @param until when a new count begins or an old day is forgotten; null when nobody said
     */
    public record Count(int answered, int abandoned, @Nullable Instant until) {

        public static final Count NONE = new Count(0, 0);

        public Count(int answered, int abandoned) {
            this(answered, abandoned, null);
        }

        /** A rate over a handful of calls says nothing; up to so many answers, the allowance is that of so many. */
        private static final int FEWEST = 100;

        /**
         * Whether the limit could be broken by what is on its way: dialling ahead stops before.
         *
         * @param atRisk answered calls, or calls that are about to be answered, for which no agent is there; the next
         *     call counts for one at least
         */
        public boolean couldBreak(double limit, double atRisk) {
            return abandoned + Math.max(1, atRisk) > limit * Math.max(answered + Math.max(1, atRisk), FEWEST);
        }

        public double rate() {
            return answered == 0 ? 0 : (double) abandoned / answered;
        }
    }
}
