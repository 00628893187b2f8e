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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
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

/**
 * Runs the engine while the application is up: the loop, the intake of the gateways' events and the sender of commands,
 * each on a thread of its own, the intake on one for each gateway. One owner at a time: the database's epoch sees to it.
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
    private Event<DeskChanged> deskChanged;

    @Inject
    private Event<ContactClosed> contactClosed;

    @Resource
    private ManagedThreadFactory threads;

    private final CommandSender sender = new CommandSender();
    private final List<Runnable> stops = new ArrayList<>();
    private final List<Thread> running = new CopyOnWriteArrayList<>();

    @PostConstruct
    void start() {
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
        EventIntakes intakes = new EventIntakes(loop, links, gateway -> again(gateway, loop), this::run);
        stops.addAll(List.of(intakes::stop, loop::stop, sender::stop));
        access.give(loop);
        run("fairlead-commands", sender);
        run("fairlead-engine", loop);
        run("fairlead-events", intakes);
    }

    /** A gateway that began anew knows neither lines nor its trunk. */
    private void again(String gateway, EngineLoop loop) {
        lines.again(gateway, loop);
        trunks.again(gateway, loop);
    }

    private void run(String name, Runnable work) {
        Thread thread = threads.newThread(work);
        thread.setName(name);
        thread.start();
        running.add(thread);
    }

    @PreDestroy
    void stop() {
        stops.forEach(Runnable::run);
        try {
            for (Thread thread : running) {
                TimeUnit.MILLISECONDS.timedJoin(thread, STOP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.forEach(Thread::interrupt);
    }
}
