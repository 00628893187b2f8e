package org.fairlead.routing;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a queue chooses, besides the skills that it asks for.
 *
 * @param orders by which one agent is preferred to another, the first first; empty for who is idle longest
 * @param levelSeconds how much waiting one level of priority is worth; 0: nobody of a lower level is served as long as
 *     one of a higher waits
 * @param widenAfterSeconds when less skilled agents are asked as well; 0 for never
 * @param widenBy how much less each skill may be then
 * @param overflowAfterSeconds when the contact goes to another queue; 0 for never
 */
public record QueuePolicy(
        List<String> orders,
        int levelSeconds,
        int widenAfterSeconds,
        int widenBy,
        int overflowAfterSeconds,
        @Nullable UUID overflowTo) {

    /** What can stand in {@link #orders}. */
    public static final Set<String> ORDERS = Set.of(
            "LONGEST_IDLE",
            "BEST_FIT",
            "SUFFICIENT_FIT",
            "ROUND_ROBIN",
            "LEAST_OCCUPIED",
            "FEWEST_CONTACTS",
            "INNER_RING");

    private static final int LONGEST = 3600;
    private static final int DAY = 86_400;

    public QueuePolicy {
        // what was never set is stored as nothing
        orders = orders == null ? List.of() : List.copyOf(orders);
    }

    /** Longest idle, strict levels, nothing else. */
    public static QueuePolicy usual() {
        return new QueuePolicy(List.of(), 0, 0, 0, 0, null);
    }

    /** Whether it can be kept. */
    public boolean sound() {
        boolean known = ORDERS.containsAll(orders) && Set.copyOf(orders).size() == orders.size();
        boolean widens = within(widenAfterSeconds, LONGEST) && within(widenBy, 4);
        boolean overflows = within(overflowAfterSeconds, LONGEST) && (overflowAfterSeconds > 0) == (overflowTo != null);
        return known && widens && overflows && within(levelSeconds, DAY);
    }

    private static boolean within(int value, int most) {
        return value >= 0 && value <= most;
    }
}
