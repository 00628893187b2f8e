package org.fairlead.itests.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.campaign.TakenLead;
import org.fairlead.campaign.control.AttemptBook;
import org.fairlead.compliance.control.RuledOutreach;

/**
 * Dials without telephones: four dialers on connections of their own take leads of two campaigns at once, as the server
 * does, and what they took ends in one of the ways that calls end. Simulated time runs on, day and night.
 */
final class OutreachLoad {

    private static final int DIALERS = 4;
    private static final int AT_ONCE = 50;
    private static final int LOOK_EVERY = 2_000;
    private static final Duration STEP = Duration.ofSeconds(10);

    private static final Duration LEAP = Duration.ofMinutes(10);

    private static final String[] ENDS = {
        "NO_ANSWER", "NO_ANSWER", "NO_ANSWER", "NO_ANSWER", "MACHINE", "MACHINE", "BUSY", "UNKNOWN", "HANDLED", "FAILED"
    };

    private final OutreachScene scene;
    private final long seed;
    private final AtomicLong simulated;
    private final AtomicInteger made = new AtomicInteger();
    private final ReadWriteLock calling = new ReentrantReadWriteLock();

    OutreachLoad(OutreachScene scene, long seed) {
        this.scene = scene;
        this.seed = seed;
        this.simulated = new AtomicLong(scene.noon().minus(Duration.ofDays(56)).toEpochMilli());
    }

    void run(int attempts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(DIALERS);
        try {
            List<Callable<Integer>> dialers = new ArrayList<>();
            for (int i = 0; i < DIALERS; i++) {
                int index = i;
                dialers.add(() -> dial(index, attempts));
            }
            for (Future<Integer> dialer : threads.invokeAll(dialers)) {
                dialer.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private int dial(int index, int attempts) throws SQLException {
        Random random = new Random(seed * DIALERS + index);
        AttemptBook book = new AttemptBook(new RuledOutreach());
        RunningCampaign campaign = scene.campaign(index % 2 == 0 ? OutreachScene.FIRST : OutreachScene.SECOND);
        try (Connection c = scene.application()) {
            while (made.get() < attempts) {
                if (!round(c, book, campaign, random)) {
                    later();
                }
            }
        }
        return index;
    }

    /** @return false when nobody could be called */
    private boolean round(Connection c, AttemptBook book, RunningCampaign campaign, Random random) throws SQLException {
        calling.readLock().lock();
        try {
            scene.enter(c);
            List<TakenLead> taken = book.take(c, campaign, AT_ONCE, this::now);
            c.commit();
            look(made.getAndAdd(taken.size()), taken.size());
            scene.enter(c);
            end(c, taken, random);
            c.commit();
            return !taken.isEmpty();
        } finally {
            calling.readLock().unlock();
        }
    }

    /** Time leaps while nobody is called: a call that is open for hours is nobody's call any more. */
    private void later() {
        calling.writeLock().lock();
        try {
            simulated.addAndGet(LEAP.toMillis());
        } finally {
            calling.writeLock().unlock();
        }
    }

    private void look(int before, int more) throws SQLException {
        if (before / LOOK_EVERY != (before + more) / LOOK_EVERY) {
            scene.analyze();
        }
    }

    /** One clock for all dialers, as the data base's is: whoever asks later is told a later time. */
    private Instant now() {
        return Instant.ofEpochMilli(simulated.addAndGet(STEP.toMillis()));
    }

    /** Each call has come to its end, and its lead waits for two hours. */
    private void end(Connection c, List<TakenLead> taken, Random random) throws SQLException {
        UUID[] attempts = taken.stream().map(TakenLead::attemptId).toArray(UUID[]::new);
        String[] ends =
                taken.stream().map(lead -> ENDS[random.nextInt(ENDS.length)]).toArray(String[]::new);
        OffsetDateTime ended = now().atOffset(ZoneOffset.UTC);
        try (PreparedStatement end = c.prepareStatement(
                        """
                        update attempt a set state = 'ENDED', outcome = x.outcome, ended_at = ?
                        from unnest(?::uuid[], ?::text[]) as x (id, outcome) where a.client_id = 7 and a.attempt_id = x.id
                        """);
                PreparedStatement free = c.prepareStatement(
                        """
                        update lead l set state = 'READY', next_at = ?
                        from attempt a where a.client_id = 7 and a.attempt_id = any (?) and l.client_id = 7 and l.lead_id = a.lead_id
                        """)) {
            end.setObject(1, ended);
            end.setArray(2, c.createArrayOf("uuid", attempts));
            end.setArray(3, c.createArrayOf("text", ends));
            end.executeUpdate();
            free.setObject(1, ended.plusHours(2));
            free.setArray(2, c.createArrayOf("uuid", attempts));
            free.executeUpdate();
        }
    }
}
