package org.fairlead.gateway;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import org.fairlead.gateway.control.ControlServer;
import org.fairlead.gateway.control.Floor;
import org.fairlead.gateway.link.LinkSettings;
import org.fairlead.gateway.log.JsonLines;
import org.fairlead.gateway.log.Log;
import org.fairlead.gateway.log.LogMessage;
import org.fairlead.gateway.simulator.Customers;
import org.fairlead.gateway.simulator.OutboundHabits;
import org.jspecify.annotations.Nullable;

/** The process: started with the name of a properties file ({@link GatewaySettings}), ended by a signal. */
public final class Gateway implements AutoCloseable {

    static {
        Log.stayOpen();
    }

    private static final Log LOG = Log.of(Gateway.class);
    private static final int WRONG_SETTINGS = 2;

    private final List<RunningSite> sites = new ArrayList<>();
    private final @Nullable ControlServer control;
    private final GatewaySettings settings;

    Gateway(GatewaySettings settings, Clock clock) throws IOException {
        this.settings = settings;
        TimeBasedEpochRandomGenerator ids = Generators.timeBasedEpochRandomGenerator();
        OutboundHabits habits = OutboundHabits.USUAL.decidedByLastDigit(settings.byLastDigit());
        List<Floor> floors = new ArrayList<>();
        List<Customers> customers = new ArrayList<>();
        for (LinkSettings link : settings.links()) {
            Customers own = new Customers(settings.seed() ^ link.gateway().hashCode(), habits);
            RunningSite site = new RunningSite(settings, link, own, ids::generate, clock);
            sites.add(site);
            Floor floor = site.floor();
            if (floor != null) {
                floors.add(floor);
            }
            customers.add(own);
        }
        GatewaySettings.Control door = settings.control();
        control = door == null ? null : new ControlServer(door.port(), door.secret(), floors, customers);
    }

    void start() {
        sites.forEach(RunningSite::start);
        if (control != null) {
            control.start();
        }
        String names = String.join(
                ", ", settings.links().stream().map(LinkSettings::gateway).toList());
        LOG.say(LogMessage.STARTED, "gateways", names, "engine", settings.engine());
    }

    /** Where the control listens, 0 when there is none. */
    int controlPort() {
        return control == null ? 0 : control.port();
    }

    @Override
    public void close() {
        if (control != null) {
            control.close();
        }
        sites.parallelStream().forEach(RunningSite::close);
        LOG.say(LogMessage.STOPPED);
    }

    public static void main(String[] args) throws InterruptedException {
        JsonLines.install(Level.INFO);
        Gateway gateway = begin(args);
        if (gateway == null) {
            System.exit(WRONG_SETTINGS);
            return;
        }
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            asked.countDown();
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        asked.await();
        gateway.close();
        ended.countDown();
    }

    private static @Nullable Gateway begin(String[] args) {
        if (args.length != 1) {
            LOG.say(LogMessage.SETTINGS_WRONG, "reason", "the name of one properties file is expected");
            return null;
        }
        try {
            GatewaySettings settings = GatewaySettings.read(Path.of(args[0]));
            JsonLines.install(Level.parse(settings.logLevel()));
            Gateway gateway = new Gateway(settings, Clock.systemUTC());
            gateway.start();
            return gateway;
        } catch (GatewaySettings.Wrong | IOException | IllegalArgumentException e) {
            LOG.say(LogMessage.SETTINGS_WRONG, "reason", String.valueOf(e.getMessage()));
            return null;
        }
    }
}
