package org.fairlead.routing.boundary;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;
import java.util.Set;
import java.util.TreeSet;
import javax.naming.InitialContext;
import javax.naming.NameClassPair;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;

/** The broker's things by their names in the server. Local transactions on purpose: the database is committed first. */
final class Broker {

    private static final String CONNECTIONS = "java:/ConnectionFactory";
    private static final String EVENTS = "java:/jms/fairlead/events";
    private static final String PARKING = "java:/jms/fairlead/parking";
    private static final String COMMANDS = "java:/jms/fairlead/commands/";

    private Broker() {}

    static ConnectionFactory connections() throws NamingException {
        return find(CONNECTIONS, ConnectionFactory.class);
    }

    /** Gateways whose event queue the server has by now: while it starts, they appear one after the other. */
    @SuppressWarnings("BanJNDI") // names of the server's own configuration
    static Set<String> gateways() throws NamingException {
        InitialContext names = new InitialContext();
        try {
            Set<String> gateways = new TreeSet<>();
            NamingEnumeration<NameClassPair> queues = names.list(EVENTS);
            while (queues.hasMore()) {
                gateways.add(queues.next().getName());
            }
            return gateways;
        } finally {
            names.close();
        }
    }

    static Queue eventsOf(String gateway) throws NamingException {
        return find(EVENTS + "/" + gateway, Queue.class);
    }

    static Queue parking() throws NamingException {
        return find(PARKING, Queue.class);
    }

    static Queue commandsOf(String gateway) throws NamingException {
        return find(COMMANDS + gateway, Queue.class);
    }

    @SuppressWarnings("BanJNDI") // names of the server's own configuration
    private static <T> T find(String name, Class<T> type) throws NamingException {
        InitialContext names = new InitialContext();
        try {
            return type.cast(names.lookup(name));
        } finally {
            names.close();
        }
    }
}
