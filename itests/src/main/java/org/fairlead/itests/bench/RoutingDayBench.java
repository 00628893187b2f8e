package org.fairlead.itests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.fairlead.itests.RunningStack;
import org.fairlead.itests.bench.CentreDay.Policy;
import org.fairlead.itests.figure.Figure.Goal;
import org.fairlead.itests.figure.Figures;
import org.jspecify.annotations.Nullable;

/** {@code bench routing-day}: the same days under three policies; what each client got, and what it is owed. */
final class RoutingDayBench {

    /** Enough people, a few too few, and too few. */
    private static final int[] CREWS = {78, 70, 66};

    private static final int DAYS = 10;
    private static final double CENTS = 100.0;

    private final RunningStack running;
    private final Figures figures;
    private final long seed;
    private final RoutingDayPage page;

    RoutingDayBench(RunningStack running, Figures figures, long seed) {
        this.running = running;
        this.figures = figures;
        this.seed = seed;
        this.page = new RoutingDayPage(seed, DAYS);
    }

    /** @param file where the comparison is written down as a page; null for nowhere */
    void run(@Nullable Path file) throws IOException {
        Map<Policy, Double> owed = new EnumMap<>(Policy.class);
        double told = 0;
        double waited = 0;
        for (int crew : CREWS) {
            running.say("bench.routing-day.crew", crew, DAYS);
            for (Policy policy : Policy.values()) {
                Sum sum = days(policy, crew);
                owed.merge(policy, sum.owed, Double::sum);
                told += sum.told;
                waited += sum.waited;
            }
        }
        figures.add(
                "owed_penalty_to_longest_idle",
                owed.getOrDefault(Policy.PENALTY_AWARE, 0.0) / owed.getOrDefault(Policy.LONGEST_IDLE, 0.0),
                "ratio",
                Goal.atMost(1));
        figures.add(
                "owed_penalty_to_skills",
                owed.getOrDefault(Policy.PENALTY_AWARE, 0.0) / owed.getOrDefault(Policy.SKILLS, 0.0),
                "ratio",
                Goal.atMost(1));
        figures.report("told_wait_to_wait", told / waited, "ratio");
        if (file != null) {
            Files.writeString(file, page.text(owed, told / waited));
        }
    }

    /** What some days come to. */
    private static final class Sum {
        double owed;
        double told;
        double waited;
        double offered;
        double gaveUp;
        double answered;
        double waitedByAnswered;
    }

    private Sum days(Policy policy, int crew) {
        Sum sum = new Sum();
        double[] levels = new double[CentreDay.CLIENTS.size()];
        double[] owed = new double[levels.length];
        double median = 0;
        double ninetieth = 0;
        for (int day = 0; day < DAYS; day++) {
            CentreDay played = new CentreDay(policy, crew, seed + day);
            played.run();
            for (int i = 0; i < levels.length; i++) {
                levels[i] += played.scores.get(i).level() / DAYS;
                owed[i] += played.owed(i) / CENTS;
                CentreDay.Score score = played.scores.get(i);
                sum.offered += score.offered;
                sum.gaveUp += score.abandoned;
                sum.answered += score.answered;
                sum.waitedByAnswered += score.waited / 1000.0;
            }
            sum.owed += played.owed() / CENTS;
            sum.told += played.toldSum;
            sum.waited += played.waitedSum;
            median += played.tellingError.getValueAtPercentile(50) / 1000.0 / DAYS;
            ninetieth += played.tellingError.getValueAtPercentile(90) / 1000.0 / DAYS;
        }
        String of = policy.name().toLowerCase(Locale.ROOT) + "_" + crew;
        for (int i = 0; i < levels.length; i++) {
            String client = of + "_" + CentreDay.CLIENTS.get(i).name();
            figures.report(client + "_level", levels[i] * 100, "%");
            figures.report(client + "_owed", owed[i], "money");
        }
        figures.report(of + "_owed", sum.owed, "money");
        figures.report(of + "_told_wrong_by_p50", median, "s");
        figures.report(of + "_told_wrong_by_p90", ninetieth, "s");
        double gaveUp = 100 * sum.gaveUp / sum.offered;
        double meanWait = sum.waitedByAnswered / sum.answered;
        figures.report(of + "_gave_up", gaveUp, "%");
        figures.report(of + "_mean_wait", meanWait, "s");
        page.add(crew, policy, levels, owed);
        page.customers(crew, policy, new double[] {gaveUp, meanWait, median, ninetieth});
        return sum;
    }
}
