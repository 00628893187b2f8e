package org.fairlead.gateway.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.fairlead.gateway.log.Log;
import org.fairlead.gateway.log.LogMessage;
import org.fairlead.jms.GatewayEvent;

/**
 * The events of one gateway that the broker has not taken yet, in their order. They are kept in memory: while the
 * broker is away nothing is lost as long as this process lives. A durable store at the site, which outlives the
 * process too, comes with the work on the site link. Nothing is ever dropped to save memory; the operator is told
 * instead each time the heap of waiting events has grown tenfold.
 */
public final class Outbox {

    private static final Log LOG = Log.of(Outbox.class);
    private static final int FIRST_WARNING = 10_000;

    private final String gateway;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final ArrayDeque<GatewayEvent> waiting = new ArrayDeque<>();
    private int warnAt = FIRST_WARNING;

    public Outbox(String gateway) {
        this.gateway = gateway;
    }

    /** Never blocks and never refuses. */
    public void add(GatewayEvent event) {
        lock.lock();
        try {
            waiting.addLast(event);
            if (waiting.size() >= warnAt) {
                LOG.say(LogMessage.EVENTS_WAIT, "gateway", gateway, "events", waiting.size());
                warnAt *= 10;
            }
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The oldest events, which stay until they are {@linkplain #sent}; waits a while when there are none. */
    List<GatewayEvent> oldest(int most, long waitMillis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(waitMillis);
            while (waiting.isEmpty() && left > 0) {
                left = filled.awaitNanos(left);
            }
            List<GatewayEvent> oldest = new ArrayList<>(Math.min(most, waiting.size()));
            Iterator<GatewayEvent> events = waiting.iterator();
            while (oldest.size() < most && events.hasNext()) {
                oldest.add(events.next());
            }
            return oldest;
        } finally {
            lock.unlock();
        }
    }

    /** The broker has taken the oldest so many. */
    void sent(int events) {
        lock.lock();
        try {
            for (int i = 0; i < events; i++) {
                waiting.removeFirst();
            }
            if (waiting.isEmpty()) {
                warnAt = FIRST_WARNING;
            }
        } finally {
            lock.unlock();
        }
    }

    public int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }
}
