package org.fairlead.gateway;

import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fairlead.gateway.asterisk.AsteriskEngine;
import org.fairlead.gateway.asterisk.AsteriskSettings;
import org.fairlead.gateway.asterisk.StandInCarrier;
import org.fairlead.gateway.control.Floor;
import org.fairlead.gateway.engine.TelephonyEngine;
import org.fairlead.gateway.link.CentreLink;
import org.fairlead.gateway.link.LinkListener;
import org.fairlead.gateway.link.LinkSettings;
import org.fairlead.gateway.link.Outbox;
import org.fairlead.gateway.simulator.CustomerSide;
import org.fairlead.gateway.simulator.Customers;
import org.fairlead.gateway.simulator.SimulatedEngine;
import org.fairlead.gateway.site.Site;
import org.fairlead.gateway.store.ForgetfulStore;
import org.fairlead.gateway.store.JournalStore;
import org.fairlead.gateway.store.SiteStore;
import org.fairlead.gateway.time.SiteThread;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.ReadBatch;
import org.jspecify.annotations.Nullable;

/** One gateway put together: its thread, its engine, its link. */
final class RunningSite implements AutoCloseable {

    private static final String VERSION =
            Objects.requireNonNullElse(RunningSite.class.getPackage().getImplementationVersion(), "");

    private final SiteThread thread;
    private final TelephonyEngine engine;
    private final @Nullable CustomerSide played;
    private final @Nullable StandInCarrier carrier;
    private final SiteStore store;
    private final Outbox outbox;
    private final Site site;
    private final CentreLink link;

    RunningSite(GatewaySettings all, LinkSettings settings, Customers customers, Supplier<UUID> ids, Clock clock)
            throws IOException {
        String gateway = settings.gateway();
        thread = new SiteThread("site-" + gateway, clock);
        store = all.store() == null
                ? new ForgetfulStore()
                : new JournalStore(all.store().resolve(gateway));
        outbox = new Outbox(gateway, store);
        AsteriskSettings asterisk = all.asterisk().get(gateway);
        Consumer<GatewayEvent> out = outbox::add;
        if (asterisk == null) {
            SimulatedEngine simulator = new SimulatedEngine(gateway, thread, customers, ids, all.haste());
            engine = simulator;
            played = simulator;
            carrier = null;
        } else {
            engine = new AsteriskEngine(asterisk, thread, ids);
            carrier = all.carrier() == null || !asterisk.standIn()
                    ? null
                    : new StandInCarrier(all.carrier(), gateway, thread, customers, ids);
            played = carrier;
            if (carrier != null) {
                out = out.andThen(carrier::heard);
            }
        }
        site = new Site(gateway, ids.get(), thread, engine, out, store);
        link = new CentreLink(settings, outbox, new OnThread());
    }

    /** Brings what the link says onto the site's thread. */
    private final class OnThread implements LinkListener {
        @Override
        public void connected() {
            thread.execute(site::found);
        }

        @Override
        public void lost() {
            thread.execute(() -> site.lost(link::up));
        }

        @Override
        public void received(ReadBatch<GatewayCommand> batch) {
            thread.execute(() -> {
                batch.messages().forEach(RunningSite.this::handle);
                batch.unreadable().forEach(strange -> site.refuseUnreadable(strange.id()));
            });
        }
    }

    private void handle(GatewayCommand command) {
        // what comes again, or too late, is heard by no customer
        if (site.handle(command) && carrier != null) {
            carrier.told(command);
        }
    }

    void start() {
        site.open();
        if (carrier != null) {
            carrier.start();
        }
        link.start();
        thread.execute(() -> site.probe(link::up));
        thread.execute(() -> site.report(link::up, outbox::size, VERSION));
    }

    /** What can be controlled of it; null where real customers call. */
    @Nullable
    Floor floor() {
        if (played == null) {
            return null;
        }
        return new Floor(site.gateway(), thread, played, link::up, outbox::size, site::lastRoundTripMillis);
    }

    @Override
    public void close() {
        link.close();
        engine.close();
        thread.close();
        if (carrier != null) {
            carrier.close();
        }
        store.close();
    }
}
