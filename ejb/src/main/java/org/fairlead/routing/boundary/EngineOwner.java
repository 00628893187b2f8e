package org.fairlead.routing.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.fairlead.contact.ContactClosed;
import org.fairlead.contact.ContactStore;
import org.fairlead.routing.DeskChanged;
import org.fairlead.routing.control.EngineCycle;
import org.fairlead.routing.control.EngineLoop;
import org.fairlead.routing.control.EngineMetrics;
import org.fairlead.routing.entity.Settings;
import org.fairlead.security.AllClients;
import org.fairlead.shared.Ids;
import org.fairlead.telephony.CallLog;
import org.fairlead.telephony.GatewayLinks;
import org.jspecify.annotations.Nullable;

/**
 * Runs the engine: alone from the start to the end of the application, in a cluster while it is this node's turn. One
 * owner at a time: the server's singleton says whose turn it is, and the database's epoch keeps out whoever has not
 * heard it yet.
 */
@Startup
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class EngineOwner {

    private static final long STOP_MILLIS = 5_000;

    @Inject
    @AllClients
    private DataSource database;

    @Inject
    private ContactStore contacts;

    @Inject
    private CallLog calls;

    @Inject
    private GatewayLinks links;

    @Inject
    private EngineMetrics metrics;

    @Inject
    private Clock clock;

    @Inject
    private EngineAccess access;

    @Inject
    private OpenLines lines;

    @Inject
    private SiteTrunks trunks;

    @Inject
    private SiteTelephones telephones;

    @Inject
    private Event<DeskChanged> deskChanged;

    @Inject
    private Event<ContactClosed> contactClosed;

    @Resource
    private ManagedThreadFactory threads;

    private final AtomicReference<@Nullable RunningEngine> running = new AtomicReference<>();
    private @Nullable EngineTurn turn;
    private @Nullable Thread watching;

    @PostConstruct
    void start() {
        String name = EngineTurn.name();
        if (name == null) {
            begin();
            return;
        }
        EngineTurn watch = new EngineTurn(EngineTurn.at(name), this::begin, this::end, this::runs);
        Thread thread = threads.newThread(watch);
        thread.setName("fairlead-turn");
        thread.start();
        turn = watch;
        watching = thread;
    }

    private boolean runs() {
        RunningEngine engine = running.get();
        return engine != null && !engine.ended();
    }

    private void begin() {
        CommandSender sender = new CommandSender(clock);
        EngineCycle cycle = new EngineCycle(
                database,
                contacts,
                calls,
                sender,
                new CdiAnnouncer(deskChanged, contactClosed),
                metrics,
                Settings.usual(),
                clock,
                Ids.next().toString());
        EngineLoop loop = new EngineLoop(cycle, metrics, clock);
        RunningEngine engine = new RunningEngine(loop, sender, links, this::again, threads);
        running.set(engine);
        access.give(loop);
        engine.begin();
    }

    private void end() {
        RunningEngine engine = running.getAndSet(null);
        access.give(null);
        if (engine != null) {
            engine.end();
        }
    }

    /** A gateway that began anew knows neither lines nor telephones nor its trunk. */
    private void again(String gateway, EngineLoop loop) {
        lines.again(gateway, loop);
        trunks.again(gateway, loop);
        telephones.again(gateway, loop);
    }

    @PreDestroy
    void stop() {
        EngineTurn watch = turn;
        Thread thread = watching;
        if (watch != null && thread != null) {
            watch.stop();
            try {
                TimeUnit.MILLISECONDS.timedJoin(thread, STOP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        end();
    }
}
