package org.fairlead.routing.boundary;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Local;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.fairlead.jms.Destinations;
import org.fairlead.routing.AsideQueues;
import org.fairlead.routing.control.RoutingLog;
import org.fairlead.shared.Metrics;

/** Asks the server's own broker, through the server's management, how much lies in the queues for what was put aside. */
@Startup
@Singleton
@Local(AsideQueues.class)
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BrokerDepths implements AsideQueues {

    private static final String NAME = "jboss.as:subsystem=messaging-activemq,server=default,jms-queue=";
    private static final String ATTRIBUTE = "messageCount";

    @Inject
    private Metrics metrics;

    @PostConstruct
    void register() {
        GaugeWithCallback.builder()
                .name("fairlead_messages_aside")
                .help("Messages in the queues for what could not be read, delivered, or delivered in time")
                .labelNames("queue")
                .callback(gauge -> {
                    for (Aside queue : Aside.values()) {
                        gauge.call((double) depth(queue), queue.name().toLowerCase(Locale.ROOT));
                    }
                })
                .register(metrics.registry());
    }

    @Override
    public long depth(Aside queue) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName name = new ObjectName(NAME + ObjectName.quote(nameOf(queue)));
            ObjectName plain = new ObjectName(NAME + nameOf(queue));
            ObjectName found = server.isRegistered(plain) ? plain : name;
            return server.isRegistered(found) ? ((Number) server.getAttribute(found, ATTRIBUTE)).longValue() : 0;
        } catch (JMException e) {
            RoutingLog.brokerAway("the depth of its queues", e);
            return 0;
        }
    }

    /** Here and not in the interface: the container lets nobody call a method that the bean's class does not declare. */
    @Override
    public long toBeLookedAt() {
        return depth(Aside.PARKING) + depth(Aside.DEAD);
    }

    private static String nameOf(Aside queue) {
        return switch (queue) {
            case PARKING -> Destinations.PARKING;
            case DEAD -> Destinations.DEAD;
            case EXPIRED -> Destinations.EXPIRED;
        };
    }
}
