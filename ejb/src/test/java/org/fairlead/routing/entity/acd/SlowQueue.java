package org.fairlead.routing.entity.acd;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A queue of {@link SlowAcd}. */
final class SlowQueue {

    QueueRules rules;
    boolean gated;
    long turn;
    final Map<UUID, Long> turns = new HashMap<>();
    final Map<Integer, Long> given = new HashMap<>();
    final Waits waits = new Waits();

    SlowQueue(QueueRules rules) {
        this.rules = rules;
    }

    void gave(SlowAgent agent) {
        if (rules.orders().contains(AgentOrder.ROUND_ROBIN)) {
            turns.put(agent.id, ++turn);
        }
        if (!rules.shares().isEmpty()) {
            given.merge(agent.facts.site(), 1L, Long::sum);
        }
    }

    long aheadOfShare(SlowAgent agent) {
        long all = given.values().stream().mapToLong(each -> each).sum();
        return 100 * given.getOrDefault(agent.facts.site(), 0L)
                - rules.shares().getOrDefault(agent.facts.site(), 0) * (all + 1);
    }

    int placeOf(SlowAgent agent) {
        int place = rules.list().stream().distinct().toList().indexOf(agent.id);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    int teamOf(SlowAgent agent) {
        List<String> teams = rules.teams();
        return (int) teams.stream()
                .takeWhile(team -> !agent.facts.teams().contains(team))
                .count();
    }
}
