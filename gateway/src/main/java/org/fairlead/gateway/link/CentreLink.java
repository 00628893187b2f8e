package org.fairlead.gateway.link;

import jakarta.jms.JMSException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fairlead.gateway.log.Log;
import org.fairlead.gateway.log.LogMessage;
import org.fairlead.gateway.store.SiteStore.KeptEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a gateway connected to the centre's broker, for ever. Events leave the {@link Outbox} in order, as many in
 * one transaction as are there, and only when the broker has them on disk; a batch whose commit broke off is sent again,
 * and the centre drops what it knows by gateway, call and sequence.
 */
public final class CentreLink implements AutoCloseable {

    private static final Log LOG = Log.of(CentreLink.class);
    /** As many as one commit covers: a site that was away has a lot to tell, and a commit is what takes time. */
    private static final int MOST_AT_ONCE = 1_000;

    private static final long POLL_MILLIS = 500;
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 500;
    private static final long FAREWELL_MILLIS = 2_000;

    private final LinkSettings settings;
    private final Outbox outbox;
    private final LinkListener listener;
    private final CommandIntake intake;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch drained = new CountDownLatch(1);
    private final Thread sender;
    private volatile @Nullable BrokerSession session;

    public CentreLink(LinkSettings settings, Outbox outbox, LinkListener listener) {
        this.settings = settings;
        this.outbox = outbox;
        this.listener = listener;
        this.intake = new CommandIntake(settings.gateway(), listener);
        this.sender = new Thread(this::keepUp, "link-" + settings.gateway());
        this.sender.setDaemon(true);
    }

    public void start() {
        sender.start();
    }

    public boolean up() {
        BrokerSession now = session;
        return now != null && !now.broken();
    }

    private void keepUp() {
        long pause = FIRST_PAUSE_MILLIS;
        boolean told = false;
        try {
            while (closing.getCount() > 0) {
                try (BrokerSession fresh = new BrokerSession(settings)) {
                    session = fresh;
                    LOG.say(
                            LogMessage.LINK_UP,
                            "gateway",
                            settings.gateway(),
                            "host",
                            settings.host(),
                            "port",
                            settings.port());
                    pause = FIRST_PAUSE_MILLIS;
                    told = false;
                    serve(fresh);
                } catch (JMSException | RuntimeException e) {
                    if (!told && closing.getCount() > 0) {
                        LOG.say(LogMessage.LINK_DOWN, "gateway", settings.gateway(), "reason", reason(e));
                        told = true;
                    }
                }
                session = null;
                LOG.say(LogMessage.LINK_RETRY, "gateway", settings.gateway(), "millis", pause);
                if (closing.await(pause, TimeUnit.MILLISECONDS)) {
                    break;
                }
                pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            session = null;
            drained.countDown();
        }
    }

    private void serve(BrokerSession fresh) throws JMSException, InterruptedException {
        Thread receiver = new Thread(() -> receiveFrom(fresh), "link-commands-" + settings.gateway());
        receiver.setDaemon(true);
        try {
            // before the first command: a dial that the broker kept is no dial of a centre that is away
            listener.connected();
            receiver.start();
            while (!fresh.broken()) {
                List<KeptEvent> batch = outbox.oldest(MOST_AT_ONCE, POLL_MILLIS);
                if (!batch.isEmpty()) {
                    fresh.send(batch.stream().map(KeptEvent::event).toList());
                    outbox.sent(batch);
                } else if (closing.getCount() == 0) {
                    return;
                }
            }
            throw new JMSException("the connection broke");
        } finally {
            fresh.close();
            receiver.join();
            if (closing.getCount() > 0) {
                listener.lost();
            }
        }
    }

    private void receiveFrom(BrokerSession fresh) {
        try {
            while (!fresh.broken()) {
                intake.receive(fresh, POLL_MILLIS);
            }
        } catch (JMSException | RuntimeException e) {
            if (!fresh.broken()) {
                LOG.say(LogMessage.LINK_DOWN, "gateway", settings.gateway(), "reason", reason(e));
            }
            fresh.markBroken();
        }
    }

    private static String reason(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /** Sends what waits if the broker is there, then leaves. */
    @Override
    public void close() {
        closing.countDown();
        try {
            if (!drained.await(FAREWELL_MILLIS, TimeUnit.MILLISECONDS)) {
                sender.interrupt();
                sender.join(FAREWELL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (outbox.size() > 0) {
            LOG.say(LogMessage.EVENTS_LEFT, "gateway", settings.gateway(), "events", outbox.size());
        }
    }
}
