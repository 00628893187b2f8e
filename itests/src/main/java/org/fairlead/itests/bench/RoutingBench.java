package org.fairlead.itests.bench;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.fairlead.itests.RunningStack;
import org.fairlead.itests.figure.Figure.Goal;
import org.fairlead.itests.figure.Figures;

/** {@code bench routing}: what a decision costs, with few and with very many waiting. */
final class RoutingBench {

    private static final int AGENTS = 10_000;
    private static final int QUEUES = 1_000;
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int WARM_UP = 600_000;
    private static final int MEASURED = 1_000_000;

    private final RunningStack running;
    private final Figures figures;
    private final long seed;

    RoutingBench(RunningStack running, Figures figures, long seed) {
        this.running = running;
        this.figures = figures;
        this.seed = seed;
    }

    void run() throws SQLException {
        running.say("bench.routing.decisions", AGENTS, QUEUES, FEW, MANY);
        RoutingLoad few = new RoutingLoad(AGENTS, QUEUES, FEW, seed, false);
        RoutingLoad many = new RoutingLoad(AGENTS, QUEUES, MANY, seed, false);
        few.run(few.makeUp(WARM_UP), null);
        many.run(many.makeUp(WARM_UP), null);
        double fewMicros = percentile(few, "" + FEW);
        double manyMicros = percentile(many, "" + MANY);
        figures.add("decision_p99_ratio", manyMicros / fewMicros, "ratio", Goal.atMost(2));
        figures.add("decisions_rate", rate(many), "decisions/s/core", Goal.atLeast(1_000_000));
        figures.add("rebuild_waiting", many.waiting(), "contacts", Goal.atLeast(MANY));
        long begun = System.nanoTime();
        RoutingLoad rebuilt = many.rebuilt();
        figures.add("rebuild_time", (System.nanoTime() - begun) / 1e9, "s", Goal.atMost(5));
        figures.add("rebuild_lost", many.waiting() - rebuilt.waiting(), "contacts", Goal.exactly(0));
        new RebuildFromRows(figures).run(MANY, AGENTS);
        withMoney();
    }

    /** Where misses cost money the heads of all lines are looked at, not of all classes alone; held to the same bound. */
    private void withMoney() {
        RoutingLoad few = new RoutingLoad(AGENTS, QUEUES, FEW, seed, true);
        few.run(few.makeUp(WARM_UP), null);
        double fewMicros = percentile(few, "priced_" + FEW);
        RoutingLoad many = new RoutingLoad(AGENTS, QUEUES, MANY, seed, true);
        many.run(many.makeUp(WARM_UP), null);
        figures.add(
                "decision_p99_ratio_priced", percentile(many, "priced_" + MANY) / fewMicros, "ratio", Goal.atMost(2));
    }

    private double percentile(RoutingLoad load, String waiting) {
        Histogram nanos = new Histogram(TimeUnit.SECONDS.toNanos(1), 3);
        load.run(load.makeUp(MEASURED), nanos);
        figures.report("decision_p50_" + waiting, nanos.getValueAtPercentile(50) / 1000.0, "us");
        double p99 = nanos.getValueAtPercentile(99) / 1000.0;
        figures.report("decision_p99_" + waiting, p99, "us");
        return p99;
    }

    /** By the time that the one thread had a core: what else runs on the machine does not count. */
    private double rate(RoutingLoad load) {
        var threads = ManagementFactory.getThreadMXBean();
        RoutingLoad.Turns turns = load.makeUp(MEASURED);
        long begun = System.nanoTime();
        long ran = threads.getCurrentThreadCpuTime();
        long decisions = load.run(turns, null);
        double onCore = (threads.getCurrentThreadCpuTime() - ran) / 1e9;
        figures.report("decisions_rate_by_the_wall", decisions / ((System.nanoTime() - begun) / 1e9), "decisions/s");
        return decisions / onCore;
    }
}
