package org.fairlead.gateway.link;

/**
 * How a gateway reaches the broker.
 *
 * @param gateway its name, which is also its broker user
 * @param prefix what the broker puts before a queue's name: {@code jms.queue.} in WildFly, nothing elsewhere
 */
public record LinkSettings(String gateway, String secret, String host, int port, String prefix) {

    /** The prefix of the queues of a broker inside WildFly. */
    public static final String WILDFLY = "jms.queue.";

    /** A secret never shows. */
    @Override
    public String toString() {
        return gateway + "@" + host + ":" + port;
    }
}
