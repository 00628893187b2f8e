package org.fairlead.collections.entity;

import java.util.List;

/**
 * Whether what a score foretold came true: of debts with about that probability, how many were paid on within the horizon.
 */
public record Calibration(List<Band> bands) {

    private static final double Z = 1.96;

    public Calibration {
        bands = List.copyOf(bands);
    }

    /**
     * A tenth of the scale.
     *
     * @param tenth 0 for probabilities below a tenth, up to 9
     * @param foretold sum of the probabilities: so many were expected
     */
    public record Band(int tenth, int debts, double foretold, int paid) {

        public double expected() {
            return debts == 0 ? 0 : foretold / debts;
        }

        public double observed() {
            return debts == 0 ? 0 : (double) paid / debts;
        }

        /** Lower end of what the true share may be, with 95 of 100 (Wilson). */
        public double low() {
            return wilson(-1);
        }

        public double high() {
            return wilson(1);
        }

        private double wilson(int sign) {
            if (debts == 0) {
                return sign < 0 ? 0 : 1;
            }
            double share = observed();
            double square = Z * Z;
            double middle = share + square / (2 * debts);
            double half = Z * Math.sqrt((share * (1 - share) + square / (4 * debts)) / debts);
            return (middle + sign * half) / (1 + square / debts);
        }
    }

    public int debts() {
        return bands.stream().mapToInt(Band::debts).sum();
    }

    /** How far foretold and seen lie apart on average, each debt counted once. */
    public double error() {
        int all = debts();
        return all == 0
                ? 0
                : bands.stream()
                                .mapToDouble(band -> Math.abs(band.expected() - band.observed()) * band.debts())
                                .sum()
                        / all;
    }
}
