package org.fairlead.itests.bench;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.contact.JournalEntry;
import org.fairlead.itests.bench.SqlRouter.Way;
import org.fairlead.itests.figure.Figure.Goal;
import org.fairlead.itests.figure.Figures;
import org.fairlead.routing.control.EngineLoop;
import org.fairlead.routing.entity.acd.Acd;
import org.fairlead.routing.entity.acd.AcdEvent;
import org.fairlead.routing.entity.acd.AcdSettings;
import org.fairlead.routing.entity.acd.AgentFacts;
import org.fairlead.routing.entity.acd.ContactFacts;
import org.fairlead.routing.entity.acd.Decision;
import org.fairlead.routing.entity.acd.QueueRules;

/**
 * The durable part of {@code bench routing}: decisions of the distributor, each a line of the journal with its reason, in
 * groups as large as the engine's loop takes them, beside two peers in the same database and the same run. The bound
 * writes the same lines, known beforehand, fifty a commit; the other is a router in SQL, see {@link SqlRouter}.
 */
final class DurableRouting {

    private static final int QUEUES = 50;
    private static final int AGENTS = 1_000;
    private static final int ASSIGNMENTS = 60_000;
    private static final int WARM_UP = 10_000;
    private static final int BOUND_GROUP = 50;
    private static final int LONG_LINE = 100_000;
    /** Our engine is one thread with one connection; what more of them make of the other is reported beside. */
    private static final int WORKERS = 8;

    private static final String RATE = "assignments/s";

    private static final int CLIENT = 1;
    static final UUID PROGRAM = new UUID(3, 1);
    /** After it was offered and queued. */
    static final int POSITION = 3;

    private static final String KNOWN_REASON = "LONGEST_WAIT lines=1 key=60000 waited=0 credit=60000";

    private final Figures figures;
    private final Clock clock = Clock.systemUTC();

    DurableRouting(Figures figures) {
        this.figures = figures;
    }

    void run() throws SQLException {
        try (RoutingTables tables = new RoutingTables()) {
            bound(tables, WARM_UP);
            ours(tables, WARM_UP);
            double bound = bound(tables, ASSIGNMENTS);
            double ours = ours(tables, ASSIGNMENTS);
            figures.report("assignments_bound_rate", bound, RATE);
            figures.report("assignments_rate", ours, RATE);
            figures.add("assignments_to_bound", ours / bound, "ratio", Goal.atLeast(0.5));
            RoutingTables.Assigned assigned = tables.assigned(CLIENT);
            int lost = 2 * (WARM_UP + ASSIGNMENTS) - assigned.contacts();
            figures.add("assignments_lost", lost, "assignments", Goal.exactly(0));
            int twice = assigned.all() - assigned.contacts();
            figures.add("assignments_twice", twice, "assignments", Goal.exactly(0));
            bySql(tables, ours);
        }
    }

    private double bound(RoutingTables tables, int many) throws SQLException {
        List<JournalEntry> all = new ArrayList<>(many);
        for (int i = 0; i < many; i++) {
            all.add(line(UUID.randomUUID(), new UUID(1, i % QUEUES), new UUID(2, i % AGENTS), KNOWN_REASON));
        }
        long begun = System.nanoTime();
        for (int from = 0; from < many; from += BOUND_GROUP) {
            tables.commit(all.subList(from, Math.min(many, from + BOUND_GROUP)));
        }
        return many / ((System.nanoTime() - begun) / 1e9);
    }

    /** As the engine journals that an agent is held for a contact. */
    private JournalEntry line(UUID contact, UUID queue, UUID agent, String why) {
        return new JournalEntry(
                CLIENT,
                contact,
                POSITION,
                clock.instant(),
                ContactEventKind.RESERVED,
                PROGRAM,
                queue,
                null,
                agent,
                Map.of("reservation", 1, "decision", why));
    }

    /** Everybody has a contact in hand; who is through with it gets the next. */
    private double ours(RoutingTables tables, int many) throws SQLException {
        List<Decision.Offered> decided = new ArrayList<>();
        Acd acd = new Acd(AcdSettings.usual(), decision -> take(decision, decided), 0);
        long now = everybodyWaits(acd, many);
        long begun = System.nanoTime();
        for (int i = 0; i < AGENTS; i++) {
            UUID agent = new UUID(2, i);
            Map<String, Integer> skills = Map.of("skill-" + i % QUEUES, 3, "skill-" + (i + 1) % QUEUES, 2);
            acd.apply(new AcdEvent.AgentSet(AgentFacts.of(agent, Set.of(CLIENT), skills)), now);
            acd.apply(new AcdEvent.AgentReady(agent), now);
        }
        int stored = 0;
        while (stored < many) {
            List<Decision.Offered> group =
                    List.copyOf(decided.subList(0, Math.min(EngineLoop.MOST_IN_BATCH, decided.size())));
            decided.subList(0, group.size()).clear();
            if (group.isEmpty()) {
                throw new IllegalStateException("contacts wait and agents are free: " + stored + " of " + many);
            }
            tables.commit(group.stream()
                    .map(each -> line(
                            each.contact(),
                            each.queue(),
                            each.agent(),
                            each.why().text()))
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

    /** @return the last instant at which somebody came */
    private static long everybodyWaits(Acd acd, int many) {
        for (int i = 0; i < QUEUES; i++) {
            var rules = QueueRules.of(new UUID(1, i), CLIENT).skills(Map.of("skill-" + i, 1));
            acd.apply(new AcdEvent.QueueSet(rules.build()), 0);
        }
        for (int i = 0; i < many; i++) {
            ContactFacts facts = ContactFacts.of(UUID.randomUUID(), new UUID(1, i % QUEUES), "en", i);
            acd.apply(new AcdEvent.ContactCame(facts), i);
        }
        return many;
    }

    private static void take(Decision decision, List<Decision.Offered> decided) {
        if (decision instanceof Decision.Offered offered) {
            decided.add(offered);
        }
    }

    /** As many, from a line that is as long all the time as that of the decisions in memory. */
    private void bySql(RoutingTables tables, double ours) throws SQLException {
        try (SqlRouter router = new SqlRouter(tables, AGENTS, QUEUES)) {
            router.line(LONG_LINE + 2 * WARM_UP + 3 * ASSIGNMENTS, QUEUES);
            double quicker = 0;
            for (Way way : Way.values()) {
                router.run(WARM_UP, 1, way);
                double rate = router.run(ASSIGNMENTS, 1, way);
                figures.report("assignments_skip_locked_" + way.name().toLowerCase(Locale.ROOT) + "_rate", rate, RATE);
                quicker = Math.max(quicker, rate);
            }
            figures.add("assignments_to_skip_locked", ours / quicker, "ratio", Goal.atLeast(20));
            figures.report(
                    "assignments_skip_locked_8_rate", router.run(ASSIGNMENTS, WORKERS, Way.LOCKS_EACH_HEAD), RATE);
            figures.add("assignments_skip_locked_wrong", router.wrong(), "assignments", Goal.exactly(0));
        }
    }
}
