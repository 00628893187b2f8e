package org.fairlead.itests.figure;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was measured.
 *
 * @param goal null for a figure that is only reported
 */
public record Figure(String name, double value, String unit, @Nullable Goal goal) {

    /** What the value is held against. */
    public record Goal(Comparison comparison, double bound) {

        public static Goal atMost(double bound) {
            return new Goal(Comparison.AT_MOST, bound);
        }

        public static Goal atLeast(double bound) {
            return new Goal(Comparison.AT_LEAST, bound);
        }

        public static Goal exactly(double bound) {
            return new Goal(Comparison.EXACTLY, bound);
        }
    }

    /** How a value is compared with its bound. */
    public enum Comparison {
        AT_MOST("<="),
        AT_LEAST(">="),
        EXACTLY("=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        boolean holds(double value, double bound) {
            return switch (this) {
                case AT_MOST -> value <= bound;
                case AT_LEAST -> value >= bound;
                case EXACTLY -> value == bound;
            };
        }
    }

    public Figure {
        if (name.isBlank() || name.contains(" ") || unit.isBlank() || unit.contains(" ")) {
            throw new IllegalArgumentException("a figure's name and unit are single words: " + name + ", " + unit);
        }
    }

    /** A value that could not be measured (NaN) is short of any goal. */
    public boolean ok() {
        return goal == null || goal.comparison().holds(value, goal.bound());
    }

    /** {@code figure NAME VALUE UNIT goal OP BOUND ok|short}, or {@code goal -} without one. */
    public String line() {
        String head = "figure " + name + " " + number(value) + " " + unit + " goal ";
        return goal == null
                ? head + "-"
                : head + goal.comparison().sign() + " " + number(goal.bound()) + (ok() ? " ok" : " short");
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.3f" : "%.1f", value);
    }
}
