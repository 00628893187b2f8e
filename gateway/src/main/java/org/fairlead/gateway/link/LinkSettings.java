package org.fairlead.gateway.link;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a gateway reaches the broker.
 *
 * @param gateway its name, which is also its broker user
 * @param prefix what the broker puts before a queue's name: {@code jms.queue.} in WildFly, nothing elsewhere
 * @param others where the broker may be instead, each as {@code host:port}: it is at one place at a time
 */
public record LinkSettings(String gateway, String secret, String host, int port, String prefix, List<String> others) {

    /** The prefix of the queues of a broker inside WildFly. */
    public static final String WILDFLY = "jms.queue.";

    public LinkSettings {
        others = List.copyOf(others);
    }

    /** For a broker that is always at the same place. */
    public LinkSettings(String gateway, String secret, String host, int port, String prefix) {
        this(gateway, secret, host, port, prefix, List.of());
    }

    /** All places, as the client takes them: each is tried once. */
    String address() {
        return Stream.concat(Stream.of(host + ":" + port), others.stream())
                .map(place -> "tcp://" + place)
                .collect(Collectors.joining(",", "(", ")?connect-timeout-millis=5000"));
    }

    /** A secret never shows. */
    @Override
    public String toString() {
        return gateway + "@" + host + ":" + port + (others.isEmpty() ? "" : " or " + String.join(" or ", others));
    }
}
