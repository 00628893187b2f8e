package org.fairlead.gateway.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/** Which gateway a carrier would bring a call to: the longest matching beginning of the number decides. */
final class Routes {

    private final Properties byPrefix = new Properties();

    private Routes() {}

    /** The routes of the demonstration sites. */
    static Routes ofDemo() {
        Routes routes = new Routes();
        try (InputStream file = Routes.class.getResourceAsStream("/org/fairlead/gateway/simulator/routes.properties")) {
            if (file == null) {
                throw new IllegalStateException("routes.properties is missing");
            }
            routes.byPrefix.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return routes;
    }

    /** The gateway for a number, among those that run here. */
    String gatewayFor(String dialled, List<String> running) {
        for (int length = dialled.length(); length > 1; length--) {
            String gateway = byPrefix.getProperty(dialled.substring(1, length));
            if (gateway != null && running.contains(gateway)) {
                return gateway;
            }
        }
        return running.get(0);
    }
}
