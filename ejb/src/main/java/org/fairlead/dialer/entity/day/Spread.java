package org.fairlead.dialer.entity.day;

import java.util.Arrays;
import org.fairlead.dialer.entity.Normal;

/** How long something takes, in seconds: the duration that a share of all stays below. */
public interface Spread {

    /**
     * @param share strictly between 0 and 1
     * @param kind a second, independent one, for mixtures
     */
    double seconds(double share, double kind);

    /** @param cv standard deviation over mean */
    static Spread lognormal(double mean, double cv) {
        double variance = Math.log1p(cv * cv);
        double middle = Math.log(mean) - variance / 2;
        double width = Math.sqrt(variance);
        return (share, kind) -> Math.exp(middle + width * Normal.quantile(share));
    }

    static Spread exponential(double mean) {
        return (share, kind) -> -mean * Math.log1p(-share);
    }

    static Spread even(double least, double most) {
        return (share, kind) -> least + (most - least) * share;
    }

    static Spread always(double seconds) {
        return (share, kind) -> seconds;
    }

    /** The first in this share of cases, else the second. */
    static Spread either(double firstShare, Spread first, Spread second) {
        return (share, kind) -> (kind < firstShare ? first : second).seconds(share, kind);
    }

    /** As it was measured: each of the values alike. */
    static Spread measured(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return (share, kind) -> sorted[(int) (share * sorted.length)];
    }

    default Spread atLeast(double least) {
        return (share, kind) -> Math.max(least, seconds(share, kind));
    }
}
