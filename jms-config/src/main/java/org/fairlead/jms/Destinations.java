package org.fairlead.jms;

/** Names of the queues, as the broker knows them. */
public final class Destinations {

    /** Prefix of the event queues; each gateway may send to its own only, so the queue tells who speaks. None may read. */
    public static final String EVENTS = "fairlead.events.";

    /** Prefix of the command queues; each gateway may read its own only. */
    public static final String COMMANDS = "fairlead.commands.";

    /** Messages that cannot be understood, with the reason in {@link #PROPERTY_REASON}. */
    public static final String PARKING = "fairlead.parking";

    /** Messages whose handling failed again and again. */
    public static final String DEAD = "fairlead.dead";

    /** Messages that outlived their time. */
    public static final String EXPIRED = "fairlead.expired";

    public static final String PROPERTY_REASON = "fairlead_reason";

    /** Which gateway put a message on the parking queue. */
    public static final String PROPERTY_GATEWAY = "fairlead_gateway";

    private Destinations() {}

    /** The queue of one gateway's events. */
    public static String eventsOf(String gateway) {
        return EVENTS + gateway;
    }

    /** The queue of one gateway's commands. */
    public static String commandsOf(String gateway) {
        return COMMANDS + gateway;
    }
}
