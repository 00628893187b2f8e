package org.fairlead.itests.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.itests.bench.RoutingTables.Assignment;
import org.fairlead.itests.figure.Figure.Goal;
import org.fairlead.itests.figure.Figures;
import org.fairlead.itests.stack.Stack;
import org.fairlead.routing.entity.acd.Acd;
import org.fairlead.routing.entity.acd.AcdEvent;
import org.fairlead.routing.entity.acd.AcdSettings;
import org.fairlead.routing.entity.acd.AgentFacts;
import org.fairlead.routing.entity.acd.ContactFacts;
import org.fairlead.routing.entity.acd.Decision;
import org.fairlead.routing.entity.acd.QueueRules;

/**
 * The durable part of {@code bench routing}: decisions of the distributor, stored in the groups in which the engine's loop
 * stores them, beside two peers in the same database and the same run. The bound stores the same assignments, known
 * beforehand, fifty a commit; the other is a router in SQL, as dialers have it: the next of an indexed line, with skip
 * locked, one a commit.
 */
final class DurableRouting {

    private static final int QUEUES = 50;
    private static final int AGENTS = 1_000;
    private static final int ASSIGNMENTS = 60_000;
    private static final int WARM_UP = 10_000;
    private static final int BOUND_GROUP = 50;
    /** As many as the engine's loop takes into one turn. */
    private static final int GROUP = 200;

    private static final int BY_SQL = 3_000;
    private static final int CLIENT = 1;

    private final Stack stack;
    private final Figures figures;

    DurableRouting(Stack stack, Figures figures) {
        this.stack = stack;
        this.figures = figures;
    }

    void run() throws SQLException, IOException {
        try (RoutingTables tables = new RoutingTables(stack)) {
            bound(tables, WARM_UP);
            ours(tables, WARM_UP);
            double bound = bound(tables, ASSIGNMENTS);
            double ours = ours(tables, ASSIGNMENTS);
            double bySql = bySql(tables);
            figures.report("assignments_bound_rate", bound, "assignments/s");
            figures.report("assignments_rate", ours, "assignments/s");
            figures.report("assignments_skip_locked_rate", bySql, "assignments/s");
            figures.add("assignments_to_bound", ours / bound, "ratio", Goal.atLeast(0.5));
            figures.add("assignments_to_skip_locked", ours / bySql, "ratio", Goal.atLeast(20));
            int all = 2 * (WARM_UP + ASSIGNMENTS);
            figures.add("assignments_lost", all - tables.assigned(), "assignments", Goal.exactly(0));
        }
    }

    private static double bound(RoutingTables tables, int many) throws SQLException {
        List<Assignment> all = new ArrayList<>(many);
        for (UUID contact : tables.waiting(many)) {
            all.add(new Assignment(contact, UUID.randomUUID(), "LONGEST_WAIT lines=1 key=60000 waited=0 credit=60000"));
        }
        long begun = System.nanoTime();
        for (int from = 0; from < many; from += BOUND_GROUP) {
            tables.commit(all.subList(from, Math.min(many, from + BOUND_GROUP)));
        }
        return many / ((System.nanoTime() - begun) / 1e9);
    }

    /** Everybody has a contact in hand; who is through with it gets the next. */
    private static double ours(RoutingTables tables, int many) throws SQLException {
        List<Decision.Offered> decided = new ArrayList<>();
        Acd acd = new Acd(AcdSettings.usual(), decision -> take(decision, decided), 0);
        List<UUID> queues = new ArrayList<>();
        for (int i = 0; i < QUEUES; i++) {
            queues.add(new UUID(1, i));
            var rules = QueueRules.of(queues.get(i), CLIENT).skills(Map.of("skill-" + i, 1));
            acd.apply(new AcdEvent.QueueSet(rules.build()), 0);
        }
        List<UUID> contacts = tables.waiting(many);
        long now = 0;
        for (int i = 0; i < many; i++) {
            acd.apply(
                    new AcdEvent.ContactCame(ContactFacts.of(contacts.get(i), queues.get(i % QUEUES), "en", now)), now);
            now++;
        }
        long begun = System.nanoTime();
        for (int i = 0; i < AGENTS; i++) {
            UUID agent = new UUID(2, i);
            Map<String, Integer> skills = Map.of("skill-" + i % QUEUES, 3, "skill-" + (i + 1) % QUEUES, 2);
            acd.apply(new AcdEvent.AgentSet(AgentFacts.of(agent, java.util.Set.of(CLIENT), skills)), now);
            acd.apply(new AcdEvent.AgentReady(agent), now);
        }
        int stored = 0;
        while (stored < many) {
            List<Decision.Offered> group = List.copyOf(decided.subList(0, Math.min(GROUP, decided.size())));
            decided.subList(0, group.size()).clear();
            if (group.isEmpty()) {
                throw new IllegalStateException("contacts wait and agents are free: " + stored + " of " + many);
            }
            tables.commit(group.stream()
                    .map(each -> new Assignment(
                            each.contact(), each.agent(), each.why().text()))
                    .toList());
            stored += group.size();
            for (Decision.Offered each : group) {
                now++;
                acd.apply(new AcdEvent.OfferAccepted(each.contact()), now);
                acd.apply(new AcdEvent.ContactDone(each.contact()), now);
            }
        }
        return many / ((System.nanoTime() - begun) / 1e9);
    }

    private static void take(Decision decision, List<Decision.Offered> decided) {
        if (decision instanceof Decision.Offered offered) {
            decided.add(offered);
        }
    }

    private static double bySql(RoutingTables tables) throws SQLException {
        tables.line(ASSIGNMENTS, QUEUES);
        for (int i = 0; i < BY_SQL / 5; i++) {
            tables.takeNext(new UUID(2, i), i % QUEUES);
        }
        long begun = System.nanoTime();
        for (int i = 0; i < BY_SQL; i++) {
            if (!tables.takeNext(new UUID(2, i), i % QUEUES)) {
                throw new IllegalStateException("the line ran dry");
            }
        }
        return BY_SQL / ((System.nanoTime() - begun) / 1e9);
    }
}
