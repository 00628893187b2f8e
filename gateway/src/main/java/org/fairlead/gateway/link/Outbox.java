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
import org.fairlead.gateway.store.SiteStore;
import org.fairlead.gateway.store.SiteStore.KeptEvent;
import org.fairlead.jms.GatewayEvent;

/**
 * The events of one gateway that the broker has not taken yet, in their order. They are in memory and in the site's
 * store, so that neither an absent broker nor the end of this process loses one. Nothing is ever dropped to save
 * memory; the operator is told instead each time the heap of waiting events has grown tenfold.
 */
public final class Outbox {

    private static final Log LOG = Log.of(Outbox.class);
    private static final int FIRST_WARNING = 10_000;

    private final String gateway;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final SiteStore store;
    private final ArrayDeque<KeptEvent> waiting = new ArrayDeque<>();
    private int warnAt = FIRST_WARNING;

    public Outbox(String gateway, SiteStore store) {
        this.gateway = gateway;
        this.store = store;
        waiting.addAll(store.left().events());
        if (!waiting.isEmpty()) {
            LOG.say(LogMessage.EVENTS_FOUND, "gateway", gateway, "events", waiting.size());
        }
    }

    /** Never refuses; with a store that is broken the event is in memory alone, and calls go on. */
    public void add(GatewayEvent event) {
        lock.lock();
        try {
            waiting.addLast(store.keep(event));
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
    List<KeptEvent> oldest(int most, long waitMillis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(waitMillis);
            while (waiting.isEmpty() && left > 0) {
                left = filled.awaitNanos(left);
            }
            List<KeptEvent> oldest = new ArrayList<>(Math.min(most, waiting.size()));
            Iterator<KeptEvent> events = waiting.iterator();
            while (oldest.size() < most && events.hasNext()) {
                oldest.add(events.next());
            }
            return oldest;
        } finally {
            lock.unlock();
        }
    }

    /** The broker has taken these, which were the oldest. */
    void sent(List<KeptEvent> events) {
        lock.lock();
        try {
            for (int i = 0; i < events.size(); i++) {
                waiting.removeFirst();
            }
            store.sent(events);
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
