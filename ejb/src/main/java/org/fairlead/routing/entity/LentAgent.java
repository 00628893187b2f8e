package org.fairlead.routing.entity;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.routing.entity.acd.AgentFacts;

/** Somebody who helps elsewhere, with the own role. */
record LentAgent(AgentFacts own, List<Reference.Lent> lent) {

    /** When that changes by itself. */
    long ends() {
        return lent.stream()
                .mapToLong(each -> each.until().toEpochMilli())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** In which queues alone; empty for wherever else. A row may outlive the agent's work for its client. */
    Set<UUID> alone() {
        return lent.stream()
                .filter(each -> each.alone() && own.clients().contains(each.client()))
                .map(Reference.Lent::queue)
                .collect(Collectors.toSet());
    }
}
