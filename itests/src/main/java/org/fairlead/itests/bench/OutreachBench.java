package org.fairlead.itests.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.campaign.control.AttemptBook;
import org.fairlead.compliance.control.RuledOutreach;
import org.fairlead.itests.figure.Figure.Goal;
import org.fairlead.itests.figure.Figures;
import org.fairlead.launcher.ThrowawayPostgres;

/**
 * {@code bench outreach}: two campaigns that share customers, four dialers on connections of their own, weeks of simulated
 * time; then the journal is read by a checker that knows nothing of the decision's code. After that the decision is timed
 * inside the transactions that write attempts, 300 attempts a second, one attempt in each transaction.
 *
 * <p>The data base is a throwaway one of the same version and schema, without fsync: the decision comes before the commit.
 */
public final class OutreachBench {

    private static final int ATTEMPTS = 200_000;
    private static final int PER_SECOND = 300;
    private static final int WARM_UP = 1_500;
    private static final int TIMED = 6_000;
    private static final int GOAL_MICROS = 1_000;

    private final Figures figures;
    private final long seed;
    private final int attempts;

    /** @param quick a twentieth of the attempts */
    public OutreachBench(Figures figures, long seed, boolean quick) {
        this.figures = figures;
        this.seed = seed;
        this.attempts = quick ? ATTEMPTS / 20 : ATTEMPTS;
    }

    public void run() throws Exception {
        try (ThrowawayPostgres database = ThrowawayPostgres.migrated()) {
            OutreachScene scene = new OutreachScene(database);
            scene.write();
            long begun = System.nanoTime();
            new OutreachLoad(scene, seed).run(attempts);
            double seconds = (System.nanoTime() - begun) / 1e9;
            OutreachHistory history = OutreachHistory.read(scene);
            figures.add("attempts.allowed", history.allowed(), "attempts", Goal.atLeast(attempts));
            figures.report("attempts.denied", history.denied(), "attempts");
            figures.report("attempts.rate", history.allowed() / seconds, "per-second");
            figures.report("people.on-both-lists", history.shared(), "people");
            figures.add("windows.over-reg-f-cap", history.overRegF(), "windows", Goal.exactly(0));
            figures.add("windows.over-campaign-cap", history.overCampaignCap(), "windows", Goal.exactly(0));
            figures.add("attempts.after-conversation", history.afterConversation(), "attempts", Goal.exactly(0));
            figures.add("attempts.outside-hours", history.outsideHours(), "attempts", Goal.exactly(0));
            figures.add("attempts.at-once", history.atOnce(), "attempts", Goal.exactly(0));
            time(scene);
        }
    }

    /** One attempt a transaction, at an even pace. */
    private void time(OutreachScene scene) throws SQLException {
        scene.everybodyIsFree();
        TimedOutreach timed = new TimedOutreach(new RuledOutreach());
        AttemptBook book = new AttemptBook(timed);
        long every = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
        long next = System.nanoTime();
        Histogram decided = new Histogram(3);
        int made = 0;
        try (Connection c = scene.application()) {
            RunningCampaign campaign = scene.campaign(OutreachScene.FIRST);
            for (int i = 0; i < WARM_UP + TIMED; i++) {
                if (i == WARM_UP) {
                    timed.reset();
                }
                LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
                next += every;
                scene.enter(c);
                Instant at = scene.noon().plus(Duration.ofMillis(i));
                made += book.take(c, campaign, 1, () -> at).size();
                c.commit();
            }
        }
        decided.add(timed.micros());
        figures.report("decision.allowed", made, "attempts");
        figures.report("decision.p50", (double) decided.getValueAtPercentile(50), "us");
        figures.add("decision.p95", (double) decided.getValueAtPercentile(95), "us", Goal.atMost(GOAL_MICROS));
        figures.report("decision.p99", (double) decided.getValueAtPercentile(99), "us");
    }

    static UUID id(int kind, int number) {
        return new UUID(0x0000_0000_0000_7000L + kind, 0x8000_0000_0000_0000L + number);
    }
}
