package org.fairlead.dialer.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shares calls among campaigns that want the same agents, so that those in flight come to stand as their weights do. */
public final class WeightedShares {

    private WeightedShares() {}

    /**
     * A campaign's wish.
     *
     * @param flying its calls that are out now
     * @param most it may place now
     */
    public record Wish(UUID campaign, int weight, int flying, int most) {}

    /** @return how many each may place: together no more than {@code calls} */
    public static Map<UUID, Integer> of(List<Wish> wishes, int calls) {
        Map<UUID, Integer> shares = new LinkedHashMap<>();
        wishes.forEach(wish -> shares.put(wish.campaign(), 0));
        for (int i = 0; i < calls; i++) {
            List<Wish> open = new ArrayList<>(wishes);
            open.removeIf(wish -> shares.getOrDefault(wish.campaign(), 0) >= wish.most());
            open.stream()
                    .min(Comparator.comparingDouble(
                            wish -> (wish.flying() + shares.getOrDefault(wish.campaign(), 0) + 1.0) / wish.weight()))
                    .ifPresent(wish -> shares.merge(wish.campaign(), 1, Integer::sum));
        }
        return shares;
    }
}
