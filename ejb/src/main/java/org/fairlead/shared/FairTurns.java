package org.fairlead.shared;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Who is next where several wait for the same thing: whoever had least of it for its weight. Who comes anew begins where
 * the least served of the others stands, so that nobody is owed for a time in which it was not there. Not shared between
 * threads.
 */
public final class FairTurns<K> {

    private final Map<K, Double> served = new HashMap<>();

    public FairTurns() {}

    private FairTurns(Map<K, Double> served) {
        this.served.putAll(served);
    }

    /** The same now; what happens to one does not happen to the other. */
    public FairTurns<K> copy() {
        return new FairTurns<>(served);
    }

    /**
     * Whose turn it is; of equals the first.
     *
     * @param present who wants something
     * @param weight positive
     */
    public Optional<K> next(Collection<K> present, ToDoubleFunction<K> weight) {
        double least = least(present);
        K best = null;
        double lowest = Double.POSITIVE_INFINITY;
        for (K one : present) {
            double then = served.getOrDefault(one, least) + 1 / weight.applyAsDouble(one);
            if (then < lowest) {
                lowest = then;
                best = one;
            }
        }
        return Optional.ofNullable(best);
    }

    /** It had its turn. */
    public void took(K one, Collection<K> present, double weight) {
        double least = least(present);
        present.forEach(other -> served.merge(other, least, Math::max));
        served.merge(one, 1 / weight, Double::sum);
    }

    /** Forgets whoever is not there. */
    public void keep(Collection<K> present) {
        served.keySet().retainAll(present);
    }

    private double least(Collection<K> present) {
        return present.stream()
                .filter(served::containsKey)
                .mapToDouble(served::get)
                .min()
                .orElse(0);
    }
}
