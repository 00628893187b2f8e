package org.fairlead.routing.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.routing.QueuePolicy;
import org.fairlead.routing.entity.acd.AgentOrder;
import org.fairlead.routing.entity.acd.Overflow;
import org.fairlead.routing.entity.acd.QueueRules;
import org.fairlead.routing.entity.acd.Ring;
import org.fairlead.routing.entity.acd.Treatment;

/** What is set up for a queue, in the words of the distributor. */
public final class PolicyRules {

    /** Nobody of a lower level is served as long as one of a higher waits: a day is never made up for by waiting. */
    private static final long STRICT = 86_400_000L;

    private static final long SECOND = 1000;

    /** Who is idle longest; of two idle since the same instant the better skilled. */
    private static final List<AgentOrder> USUAL = List.of(AgentOrder.LONGEST_IDLE, AgentOrder.BEST_FIT);

    private PolicyRules() {}

    public static QueueRules of(UUID id, int client, Map<String, Integer> skills, int priority, QueuePolicy policy) {
        var rules = QueueRules.of(id, client)
                .level(priority)
                .levelWorth(policy.levelSeconds() == 0 ? STRICT : policy.levelSeconds() * SECOND)
                .vipWorth(STRICT)
                .rings(rings(skills, policy))
                .orders(orders(policy));
        UUID to = policy.overflowTo();
        if (policy.overflowAfterSeconds() > 0 && to != null) {
            long after = policy.overflowAfterSeconds() * SECOND;
            rules.overflows(List.of(new Overflow(Overflow.Trigger.WAIT, after, new Treatment.ToQueue(to))));
        }
        return rules.build();
    }

    private static List<Ring> rings(Map<String, Integer> skills, QueuePolicy policy) {
        List<Ring> rings = new ArrayList<>(List.of(Ring.of(skills)));
        if (policy.widenAfterSeconds() > 0 && policy.widenBy() > 0) {
            Map<String, Integer> less = new HashMap<>(skills);
            less.replaceAll((skill, least) -> Math.max(1, least - policy.widenBy()));
            rings.add(Ring.of(less).after(policy.widenAfterSeconds() * SECOND));
        }
        return rings;
    }

    private static List<AgentOrder> orders(QueuePolicy policy) {
        if (policy.orders().isEmpty()) {
            return USUAL;
        }
        return policy.orders().stream().map(AgentOrder::valueOf).toList();
    }
}
