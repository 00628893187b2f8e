package org.fairlead.gateway;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.fairlead.gateway.control.Floor;
import org.fairlead.gateway.link.CentreLink;
import org.fairlead.gateway.link.LinkListener;
import org.fairlead.gateway.link.LinkSettings;
import org.fairlead.gateway.link.Outbox;
import org.fairlead.gateway.simulator.Customers;
import org.fairlead.gateway.simulator.SimulatedEngine;
import org.fairlead.gateway.site.Site;
import org.fairlead.gateway.time.SiteThread;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.ReadBatch;

/** One gateway put together: its thread, its engine, its link. */
final class RunningSite implements AutoCloseable {

    private final SiteThread thread;
    private final SimulatedEngine engine;
    private final Outbox outbox;
    private final Site site;
    private final CentreLink link;

    RunningSite(LinkSettings settings, Customers customers, double haste, Supplier<UUID> ids, Clock clock) {
        String gateway = settings.gateway();
        thread = new SiteThread("site-" + gateway, clock);
        engine = new SimulatedEngine(gateway, thread, customers, ids, haste);
        outbox = new Outbox(gateway);
        site = new Site(gateway, ids.get(), thread, engine, outbox::add);
        link = new CentreLink(settings, outbox, new OnThread());
    }

    /** Brings what the link says onto the site's thread. */
    private final class OnThread implements LinkListener {
        @Override
        public void connected() {
            thread.execute(site::reportLiveCalls);
        }

        @Override
        public void received(ReadBatch<GatewayCommand> batch) {
            thread.execute(() -> {
                batch.messages().forEach(site::handle);
                batch.unreadable().forEach(strange -> site.refuseUnreadable(strange.id()));
            });
        }
    }

    void start() {
        site.open();
        link.start();
        thread.execute(() -> site.probe(link::up));
    }

    Floor floor() {
        return new Floor(site.gateway(), thread, engine, link::up, outbox::size, site::lastRoundTripMillis);
    }

    @Override
    public void close() {
        link.close();
        thread.close();
        engine.close();
    }
}
