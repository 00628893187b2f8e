package org.fairlead.dialer.entity;

/** The normal distribution, as far as pacing needs it. */
public final class Normal {

    private static final double ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

    private static final double[] A = {
        -39.69683028665376,
        220.9460984245205,
        -275.9285104469687,
        138.3577518672690,
        -30.66479806614716,
        2.506628277459239
    };
    private static final double[] B = {
        -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572
    };
    private static final double[] C = {
        -0.007784894002430293,
        -0.3223964580411365,
        -2.400758277161838,
        -2.549732539343734,
        4.374664141464968,
        2.938163982698783
    };
    private static final double[] D = {0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416};
    private static final double LOW = 0.02425;

    private Normal() {}

    public static double density(double z) {
        return Math.exp(-0.5 * z * z) / ROOT_OF_TWO_PI;
    }

    /** The chance of more than {@code z}: Zelen and Severo, 26.2.17 in Abramowitz and Stegun, good to 7.5e-8. */
    public static double above(double z) {
        if (z < 0) {
            return 1 - above(-z);
        }
        double t = 1 / (1 + 0.2316419 * z);
        double series =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return density(z) * series;
    }

    /** The value that this share stays below: Acklam's approximation, good to 1.2e-9 relative. */
    public static double quantile(double share) {
        if (share < LOW) {
            double q = Math.sqrt(-2 * Math.log(share));
            return tail(q);
        }
        if (share > 1 - LOW) {
            double q = Math.sqrt(-2 * Math.log1p(-share));
            return -tail(q);
        }
        double q = share - 0.5;
        double r = q * q;
        double over = ((((A[0] * r + A[1]) * r + A[2]) * r + A[3]) * r + A[4]) * r + A[5];
        double under = ((((B[0] * r + B[1]) * r + B[2]) * r + B[3]) * r + B[4]) * r + 1;
        return over * q / under;
    }

    private static double tail(double q) {
        double over = ((((C[0] * q + C[1]) * q + C[2]) * q + C[3]) * q + C[4]) * q + C[5];
        double under = (((D[0] * q + D[1]) * q + D[2]) * q + D[3]) * q + 1;
        return over / under;
    }
}
