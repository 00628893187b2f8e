package org.fairlead.routing.control;

import java.util.UUID;
import org.fairlead.contact.ContactClosed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Everything that routing says to operators. Numbers FL1000 to FL1099; a number that is retired is never used again.
 */
public final class RoutingLog {

    private static final Logger LOG = LoggerFactory.getLogger("org.fairlead.routing");

    private RoutingLog() {}

    public static void began(long epoch, int contacts, int agents, int commands) {
        LOG.info(
                "FL1001 engine began, epoch {}: {} open contacts, {} sessions, {} commands sent again",
                epoch,
                contacts,
                agents,
                commands);
    }

    public static void stopped(long epoch) {
        LOG.info("FL1002 engine of epoch {} stopped", epoch);
    }

    public static void storeAway(Exception why) {
        LOG.warn("FL1003 the database is away, nothing is lost, trying again: {}", why.toString());
    }

    public static void poison(Exception why) {
        LOG.error("FL1004 an input could not be applied or stored; it will be singled out and parked", why);
    }

    public static void fenced(Exception why) {
        LOG.error("FL1005 another owner runs the engine now, this one has ended: {}", why.getMessage());
    }

    public static void parked(String source, String reason) {
        LOG.error("FL1006 a message from {} was parked: {}", source, reason);
    }

    public static void brokerAway(String what, Exception why) {
        LOG.warn("FL1007 the broker is away for {}, trying again: {}", what, why.toString());
    }

    public static void closed(ContactClosed contact) {
        MDC.put("client", contact.client().toString());
        MDC.put("contact", contact.contactId().toString());
        MDC.put("attempt", text(contact.attemptId()));
        try {
            LOG.info(
                    "FL1008 contact {} of client {} closed: {} {} disposition {}",
                    contact.contactId(),
                    contact.client(),
                    contact.direction(),
                    contact.outcome(),
                    contact.disposition());
        } finally {
            MDC.remove("client");
            MDC.remove("contact");
            MDC.remove("attempt");
        }
    }

    public static void observerFailed(String what, Exception why) {
        LOG.error("FL1009 somebody who was told of {} failed", what, why);
    }

    public static void tidied(int commands) {
        LOG.info("FL1010 months are made ahead, {} old commands were taken away", commands);
    }

    public static void upkeepFailed(Exception why) {
        LOG.error("FL1011 the nightly upkeep failed and is tried again the next night", why);
    }

    public static void turn(boolean mine) {
        if (mine) {
            LOG.info("FL1012 it is this node's turn to run the engine");
        } else {
            LOG.info("FL1013 another node's turn: the engine ends here");
        }
    }

    public static void turnUnknown(Exception why) {
        LOG.warn("FL1014 whose turn it is cannot be told, nothing changes: {}", why.toString());
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }
}
