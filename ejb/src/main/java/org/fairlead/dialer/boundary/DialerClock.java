package org.fairlead.dialer.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.campaign.AttemptEnd;
import org.fairlead.campaign.Attempts;
import org.fairlead.campaign.Dialing;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.campaign.TakenLead;
import org.fairlead.compliance.Outreach;
import org.fairlead.compliance.Outreach.Wish;
import org.fairlead.dialer.boundary.DialPulse.Found;
import org.fairlead.dialer.control.PlaceCalls;
import org.fairlead.security.AllClients;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dialer's clock: a round over the running campaigns twice a second, and as soon as something has happened on the floor;
 * now and then a look for attempts whose end was not heard. It sees all clients only to learn which campaigns run; all work on leads is done in one client's scope.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class DialerClock {

    private static final Logger LOG = LoggerFactory.getLogger(DialerClock.class);

    private static final long UNREPORTED_MILLIS = 15_000;
    private static final long LESSON_SECONDS = 60;

    /** How long ago a dead server may have left a caller's wish unheard. */
    private static final Duration UNHEARD = Duration.ofDays(7);

    @Resource
    private ManagedScheduledExecutorService timers;

    @Inject
    @AllClients
    private DataSource allClients;

    @Inject
    private Attempts attempts;

    @Inject
    private Outreach outreach;

    @Inject
    private DialRound transactions;

    @Inject
    private PlaceCalls calls;

    @Inject
    private DialPulse pulse;

    @Inject
    private Clock clock;

    private List<RunningCampaign> running = List.of();
    private volatile @Nullable ScheduledFuture<?> beat;
    private @Nullable ScheduledFuture<?> rounds;
    private @Nullable ScheduledFuture<?> looks;
    private @Nullable ScheduledFuture<?> lessons;

    private boolean heard;

    private final PlaceCalls.Book book = new PlaceCalls.Book() {
        @Override
        public List<TakenLead> take(RunningCampaign campaign, int wanted) {
            return transactions.take(campaign, wanted);
        }

        @Override
        public Dialing.Count abandonment(RunningCampaign campaign) {
            return all(c -> attempts.abandonment(c, campaign, clock.instant()));
        }

        @Override
        public void notLeft(RunningCampaign campaign, TakenLead lead) {
            transactions.giveBack(campaign.client(), lead.attemptId());
        }
    };

    @PostConstruct
    void start() {
        pulse.begin(this::beat, this::later, this::millis);
        rounds = timers.scheduleWithFixedDelay(
                pulse::beatNow, DialPulse.EVERY_MILLIS, DialPulse.EVERY_MILLIS, TimeUnit.MILLISECONDS);
        looks = timers.scheduleWithFixedDelay(
                () -> guarded("FL4204 attempts without an end cannot be looked for", this::endUnreported),
                DialPulse.EVERY_MILLIS,
                UNREPORTED_MILLIS,
                TimeUnit.MILLISECONDS);
        lessons = timers.scheduleWithFixedDelay(
                () -> guarded("FL4211 answer odds cannot be learned", this::learn),
                LESSON_SECONDS,
                LESSON_SECONDS,
                TimeUnit.SECONDS);
    }

    /** Each client's own transaction; one that fails does not keep the others from learning. */
    private void learn() {
        for (ClientId client : all(c -> attempts.learners(c, clock.instant()))) {
            guarded("FL4210 the answer odds of a client cannot be learned", () -> learn(client));
        }
    }

    /** A day in each transaction, until today is reached. */
    private void learn(ClientId client) {
        boolean more = true;
        while (more) {
            more = transactions.learn(client);
        }
    }

    @PreDestroy
    void stop() {
        pulse.end();
        ScheduledFuture<?> due = beat;
        if (due != null) {
            due.cancel(false);
        }
        if (rounds != null) {
            rounds.cancel(false);
        }
        if (looks != null) {
            looks.cancel(false);
        }
        if (lessons != null) {
            lessons.cancel(false);
        }
    }

    /** Not the clock's own milliseconds: those of one that ticks in microseconds divide by zero. */
    private long millis() {
        return clock.instant().toEpochMilli();
    }

    private void later(Runnable work, long millis) {
        beat = timers.schedule(work, millis, TimeUnit.MILLISECONDS);
    }

    /** What runs, and what its windows hold, is not asked of the books at each happening: what happened is enough. */
    private Found beat(boolean anew) {
        boolean whole = guarded("FL4203 a dialling round failed", () -> round(anew));
        return !whole ? Found.FAILED : running.isEmpty() ? Found.NOTHING : Found.CAMPAIGNS;
    }

    private void round(boolean anew) {
        if (anew) {
            running = all(attempts::running);
        }
        if (!running.isEmpty() && anew) {
            calls.round(running, book);
        } else if (!running.isEmpty()) {
            calls.again(running, book);
        }
    }

    /** What happened before the server died; later ones are heard when they happen. */
    private void hearOnce() {
        if (heard) {
            return;
        }
        for (Wish wish : all(c -> outreach.unheard(c, clock.instant().minus(UNHEARD)))) {
            transactions.hear(wish);
        }
        heard = true;
    }

    private void endUnreported() {
        hearOnce();
        for (AttemptEnd end : all(c -> attempts.unreported(c, clock.instant()))) {
            transactions
                    .end(end)
                    .ifPresent(lead -> LOG.warn(
                            "FL4205 attempt {} of client {} ended as {} without being reported",
                            end.attemptId(),
                            end.client(),
                            end.outcome()));
        }
    }

    private <T> T all(Function<Connection, T> question) {
        try (Connection c = allClients.getConnection()) {
            return question.apply(c);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for the dialer", e);
        }
    }

    /** An exception would end the timer for good: it is told, and the next turn tries again. @return whether it went well */
    private static boolean guarded(String message, Runnable work) {
        try {
            work.run();
            return true;
        } catch (Refused away) {
            LOG.info("FL4207 no round now: {}", away.key());
        } catch (RuntimeException e) {
            LOG.error(message, e);
        }
        return false;
    }
}
