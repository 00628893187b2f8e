package org.fairlead.itests.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.jms.CommandBatch;
import org.fairlead.jms.GatewayCommand;

/** The commands that came back. A command may come twice, as after a crash; its id says that it is the same one. */
final class ProbeReplies {

    private final Set<UUID> ids = new HashSet<>();
    private final Map<UUID, Set<Integer>> sequences = new HashMap<>();
    private final Map<UUID, Integer> highest = new HashMap<>();
    private int again;
    private int doubled;
    private int outOfOrder;

    synchronized void take(CommandBatch batch) {
        for (GatewayCommand command : batch.commands()) {
            if (command instanceof GatewayCommand.ProbeReply reply) {
                take(reply);
            }
        }
    }

    private void take(GatewayCommand.ProbeReply reply) {
        if (!ids.add(reply.head().id())) {
            again++;
            return;
        }
        UUID call = reply.head().call();
        if (!sequences.computeIfAbsent(call, id -> new HashSet<>()).add(reply.sequence())) {
            doubled++;
        }
        if (highest.getOrDefault(call, 0) > reply.sequence()) {
            outOfOrder++;
        }
        highest.merge(call, reply.sequence(), Math::max);
    }

    /** Different probes that were answered, over these calls. */
    synchronized int answered(Set<UUID> calls) {
        return calls.stream()
                .mapToInt(call -> sequences.getOrDefault(call, Set.of()).size())
                .sum();
    }

    /** The same command sent again: allowed, the gateway drops it. */
    synchronized int again() {
        return again;
    }

    /** Two different commands for one event: never allowed. */
    synchronized int doubled() {
        return doubled;
    }

    synchronized int outOfOrder() {
        return outOfOrder;
    }
}
