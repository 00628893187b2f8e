package org.fairlead.itests.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.fairlead.dialer.entity.PacingPolicy;
import org.fairlead.dialer.entity.PredictivePacing;
import org.fairlead.dialer.entity.RatioPacing;
import org.fairlead.dialer.entity.day.DayPlan;
import org.fairlead.dialer.entity.day.DayResult;
import org.fairlead.dialer.entity.day.MarkovOptimum;
import org.fairlead.dialer.entity.day.Regime;
import org.fairlead.dialer.entity.day.SimulatedDay;
import org.fairlead.dialer.entity.day.VicidialPacing;
import org.fairlead.dialer.entity.day.VicidialPacing.OverLimit;
import org.fairlead.itests.RunningStack;
import org.fairlead.itests.figure.Figure.Goal;
import org.fairlead.itests.figure.Figures;
import org.jspecify.annotations.Nullable;

/**
 * Pacing policies on the same simulated days: ours, a line for each ready agent, a fixed ratio, and the rule of VICIdial,
 * as it comes and with the settings that would have been best for just these days. The evaluation's seeds begin at 1; ours
 * was tuned on seeds from 1000 on.
 */
final class PacingBench {

    private static final double LIMIT = 0.03;
    private static final double PATIENCE = 2;
    private static final double HOURS = 8;
    private static final long FIRST_SEED = 1;
    private static final double[] LEVELS = {
        1.2, 1.3, 1.4, 1.5, 1.55, 1.6, 1.63, 1.65, 1.7, 1.75, 1.8, 1.9, 2, 2.2, 2.4, 2.7, 3, 3.5, 4, 4.5, 5, 5.5, 6
    };

    /** Numbers of calls that no simulated day uses. */
    private static final long FIRST_CALL = 100_000_000;

    /** @param ratio lines for each ready agent that were best on the stable day */
    private record Size(int agents, int seeds, double ratio, double optimumShare, double idleRatio, double talkRatio) {}

    private static final List<Size> SIZES = List.of(
            new Size(5, 8, 1.75, 0.99, 0.82, 1.15),
            new Size(10, 8, 2.34, 0.99, 0.85, 1.25),
            new Size(50, 5, 4.7, 0.997, 0.70, 1.40),
            new Size(200, 3, 7.4, 0.997, 0.50, 1.45));

    private final RunningStack running;
    private final Figures figures;
    private final boolean quick;

    PacingBench(RunningStack running, Figures figures, boolean quick) {
        this.running = running;
        this.figures = figures;
        this.quick = quick;
    }

    /** Several days put together, and the worst of them. */
    private record Days(DayResult pooled, double worst) {}

    private record Setting(OverLimit method, double most, boolean availableOnly) {
        PacingPolicy policy() {
            return new VicidialPacing(method, LIMIT, most, availableOnly, HOURS);
        }
    }

    void run() {
        for (Size size : SIZES) {
            int seeds = quick ? 2 : size.seeds();
            running.say("bench.pacing.size", size.agents(), FIRST_SEED, FIRST_SEED + seeds - 1);
            Setting tuned = tuned(size, seeds);
            running.say("bench.pacing.tuned", tuned.method(), tuned.most(), tuned.availableOnly());
            for (Regime regime : Regime.values()) {
                if (regime == Regime.M1) {
                    exact(size, seeds);
                } else {
                    compared(regime, size, seeds, tuned);
                }
            }
        }
        decision();
    }

    private Days days(Regime regime, int agents, int seeds, Supplier<PacingPolicy> policy) {
        DayPlan plan = regime.plan(agents);
        DayResult pooled = null;
        double worst = 0;
        for (int i = 0; i < seeds; i++) {
            DayResult day = SimulatedDay.play(plan, policy.get(), FIRST_SEED + i);
            pooled = pooled == null ? day : pooled.plus(day);
            worst = Math.max(worst, day.abandonment());
        }
        if (pooled == null) {
            throw new IllegalArgumentException("no seeds");
        }
        return new Days(pooled, worst);
    }

    /** The best setting of the peer in hindsight: on these very days, of all that keep the limit in the stable regime. */
    private Setting tuned(Size size, int seeds) {
        Setting best = new Setting(OverLimit.HARD_LIMIT, 1, false);
        double highest = -1;
        for (boolean availableOnly : new boolean[] {true, false}) {
            for (double most : LEVELS) {
                Setting setting = new Setting(OverLimit.TAPERED, most, availableOnly);
                DayResult days =
                        days(Regime.S1, size.agents(), seeds, setting::policy).pooled();
                if (days.abandonment() <= LIMIT && days.utilisation() > highest) {
                    highest = days.utilisation();
                    best = setting;
                }
            }
        }
        return best;
    }

    private void compared(Regime regime, Size size, int seeds, Setting tuned) {
        int agents = size.agents();
        Days ours = days(regime, agents, seeds, () -> new PredictivePacing(LIMIT, PATIENCE));
        DayResult hindsight = days(regime, agents, seeds, tuned::policy).pooled();
        DayResult usual = Arrays.stream(OverLimit.values())
                .map(method -> days(regime, agents, seeds, new Setting(method, 3, false)::policy)
                        .pooled())
                .reduce((a, b) -> a.talkShare() >= b.talkShare() ? a : b)
                .orElseThrow();
        row(regime, agents, "ours", ours.pooled());
        row(regime, agents, "vicidial-hindsight", hindsight);
        row(regime, agents, "vicidial-default", usual);
        row(
                regime,
                agents,
                "power",
                days(regime, agents, seeds, () -> new RatioPacing(size.ratio())).pooled());
        row(
                regime,
                agents,
                "progressive",
                days(regime, agents, seeds, RatioPacing::progressive).pooled());
        String name = "pacing-" + regime + "-" + agents;
        add(name + "-worst-abandonment", 100 * ours.worst(), "%", Goal.atMost(100 * LIMIT));
        double idle = ours.pooled().idleShare() / hindsight.idleShare();
        add(name + "-idle-share-to-vicidial-hindsight", idle, "ratio", Goal.atMost(size.idleRatio()));
        double talk = ours.pooled().talkShare() / usual.talkShare();
        add(name + "-talk-share-to-vicidial-default", talk, "ratio", Goal.atLeast(size.talkRatio()));
    }

    private void exact(Size size, int seeds) {
        int agents = size.agents();
        Days ours = days(Regime.M1, agents, seeds, () -> new PredictivePacing(LIMIT, PATIENCE));
        double optimum = MarkovOptimum.utilisation(agents, LIMIT);
        row(Regime.M1, agents, "ours", ours.pooled());
        String name = "pacing-M1-" + agents;
        add(name + "-worst-abandonment", 100 * ours.worst(), "%", Goal.atMost(100 * LIMIT));
        add(name + "-optimum-utilisation", 100 * optimum, "%", null);
        add(
                name + "-of-the-optimum",
                ours.pooled().utilisation() / optimum,
                "ratio",
                Goal.atLeast(size.optimumShare()));
    }

    /** A quick run plays too few days to be held against the goals. */
    private void add(String name, double value, String unit, @Nullable Goal goal) {
        figures.add(name, value, unit, quick ? null : goal);
    }

    private void row(Regime regime, int agents, String policy, DayResult days) {
        running.out()
                .println(String.format(
                        Locale.ROOT,
                        "%-3s %3d %-19s utilisation %5.1f%% talk %5.1f%% abandoned %.2f%% dials %d",
                        regime,
                        agents,
                        policy,
                        100 * days.utilisation(),
                        100 * days.talkShare(),
                        100 * days.abandonment(),
                        days.dials()));
    }

    /** What one decision costs for 200 agents and 600 calls in flight, the models' upkeep included. */
    private void decision() {
        int agents = 200;
        int calls = 600;
        PredictivePacing policy = new PredictivePacing(LIMIT, PATIENCE);
        SimulatedDay.play(Regime.S1.plan(agents), policy, FIRST_SEED);
        long at = TimeUnit.HOURS.toMillis(9);
        for (int i = 0; i < agents; i++) {
            policy.connected(-1 - i, i, at - i * 900L);
        }
        for (int call = 0; call < calls; call++) {
            policy.dialed(FIRST_CALL + call, 1, at - call * 40L);
        }
        Histogram micros = new Histogram(3);
        for (int i = 0; i < 8_000; i++) {
            at += policy.everyMillis();
            // some calls end, as many begin: 600 stay in flight, up to 25 seconds old
            for (int k = 0; k < 12; k++) {
                long next = FIRST_CALL + i * 12L + k;
                policy.failed(next, at);
                policy.dialed(next + calls, 1, at);
            }
            long begun = System.nanoTime();
            policy.place(at);
            long took = System.nanoTime() - begun;
            if (i >= 2_000) {
                micros.recordValue(TimeUnit.NANOSECONDS.toMicros(took));
            }
        }
        figures.percentile("pacing-decision-200-agents-600-calls-p50", micros, 50, null);
        figures.percentile("pacing-decision-200-agents-600-calls-p99", micros, 99, Goal.atMost(2));
    }
}
