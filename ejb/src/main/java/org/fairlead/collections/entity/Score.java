package org.fairlead.collections.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How likely a debt is to be paid within the model's horizon: a logistic table that anybody can work out by hand.
 *
 * @param horizonDays within which a payment counts
 * @param weights by the name of the fact; a fact that is not known weighs nothing
 */
public record Score(int version, int horizonDays, double intercept, Map<String, Double> weights) {

    private static final double MOST = 100;

    /** @param points weight times value: what this fact adds to the log-odds */
    public record Part(String fact, double value, double weight, double points) {}

    /** @param parts the largest first */
    public record Scored(int version, double odds, double probability, List<Part> parts) {

        public Scored {
            parts = List.copyOf(parts);
        }
    }

    /** A table that must not be: which fact or field, and why. */
    public static final class Unfit extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private final String key;
        private final String what;

        Unfit(String key, String what) {
            super(key + ": " + what);
            this.key = key;
            this.what = what;
        }

        /** Of the refusal: {@code score.protected}, {@code score.unknown}, {@code score.weight}, {@code score.horizon}. */
        public String key() {
            return key;
        }

        public String what() {
            return what;
        }
    }

    /** @throws Unfit for a table that uses a protected attribute, or one that is not known */
    public Score {
        weights = Map.copyOf(weights);
        for (Map.Entry<String, Double> one : weights.entrySet()) {
            if (ScoreFact.isProtected(one.getKey())) {
                throw new Unfit("score.protected", one.getKey());
            }
            if (ScoreFact.titled(one.getKey()).isEmpty()) {
                throw new Unfit("score.unknown", one.getKey());
            }
            if (!(Math.abs(one.getValue()) <= MOST)) {
                throw new Unfit("score.weight", one.getKey());
            }
        }
        if (!(Math.abs(intercept) <= MOST)) {
            throw new Unfit("score.weight", "");
        }
        if (horizonDays < 7 || horizonDays > 365) {
            throw new Unfit("score.horizon", Integer.toString(horizonDays));
        }
    }

    public Scored of(Map<String, Double> facts) {
        List<Part> parts = weights.entrySet().stream()
                .filter(weight -> facts.containsKey(weight.getKey()))
                .map(weight -> part(weight.getKey(), weight.getValue(), facts.getOrDefault(weight.getKey(), 0.0)))
                .sorted(Comparator.comparingDouble((Part part) -> -Math.abs(part.points()))
                        .thenComparing(Part::fact))
                .toList();
        double odds = intercept + parts.stream().mapToDouble(Part::points).sum();
        return new Scored(version, odds, 1 / (1 + Math.exp(-odds)), parts);
    }

    private static Part part(String fact, double weight, double value) {
        return new Part(fact, value, weight, weight * value);
    }
}
