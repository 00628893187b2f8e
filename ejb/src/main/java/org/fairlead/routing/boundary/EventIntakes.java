package org.fairlead.routing.boundary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.naming.NamingException;
import org.fairlead.routing.control.EngineLoop;
import org.fairlead.routing.control.RoutingLog;
import org.fairlead.telephony.GatewayLinks;

/**
 * One intake for each gateway's queue. Queues are looked for again and again: while the server starts they appear one
 * after the other, and an operator may add a gateway at any time.
 */
final class EventIntakes implements Runnable {

    private static final long LOOK_MILLIS = 1_000;

    private final EngineLoop loop;
    private final GatewayLinks links;
    private final Consumer<String> again;
    private final BiConsumer<String, Runnable> threads;
    private final Set<String> heard = new HashSet<>();
    private final List<EventIntake> intakes = new ArrayList<>();
    private final CountDownLatch stop = new CountDownLatch(1);

    /**
     * @param again hears of gateways that may have begun anew
     * @param threads runs a work on a thread of that name
     */
    EventIntakes(EngineLoop loop, GatewayLinks links, Consumer<String> again, BiConsumer<String, Runnable> threads) {
        this.loop = loop;
        this.links = links;
        this.again = again;
        this.threads = threads;
    }

    void stop() {
        stop.countDown();
        synchronized (intakes) {
            intakes.forEach(EventIntake::stop);
        }
    }

    @Override
    public void run() {
        try {
            do {
                look();
            } while (!stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            for (String gateway : Broker.gateways()) {
                if (heard.add(gateway)) {
                    begin(gateway);
                }
            }
        } catch (NamingException e) {
            RoutingLog.brokerAway("events", e);
        }
    }

    private void begin(String gateway) {
        synchronized (intakes) {
            if (stop.getCount() > 0) {
                EventIntake intake = new EventIntake(gateway, loop, links, again);
                intakes.add(intake);
                threads.accept("fairlead-events-" + gateway, intake);
            }
        }
    }
}
