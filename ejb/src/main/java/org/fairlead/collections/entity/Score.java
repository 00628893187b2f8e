package org.fairlead.collections.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How likely a debt is to be paid within the model's horizon: a logistic table that anybody can work out by hand.
 *
 * @param weights by the name of the fact; a fact that is not known weighs nothing
 */
public record Score(int version, double intercept, Map<String, Double> weights) {

    /** Facts about who a person is: no table may use them, nor what stands in for them. */
    private static final Set<String> PROTECTED = Set.of(
            "age",
            "gender",
            "sex",
            "race",
            "ethnicity",
            "nationality",
            "religion",
            "disability",
            "maritalStatus",
            "pregnancy",
            "sexualOrientation",
            "politicalOpinion",
            "union",
            "health",
            "birthDate",
            "birthPlace",
            "firstName",
            "postalCode");

    /** @param points weight times value: what this fact adds to the log-odds */
    public record Part(String fact, double value, double weight, double points) {}

    /** @param parts the largest first */
    public record Scored(int version, double odds, double probability, List<Part> parts) {}

    /** @throws IllegalArgumentException for a table that uses a protected attribute */
    public Score {
        weights = Map.copyOf(weights);
        for (String fact : weights.keySet()) {
            if (PROTECTED.contains(fact)) {
                throw new IllegalArgumentException("a protected attribute must not be used: " + fact);
            }
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
