package org.fairlead.launcher;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fairlead.launcher.parts.DatabasePart;
import org.fairlead.launcher.parts.SignInPart;
import org.fairlead.launcher.state.Ports;
import org.fairlead.launcher.state.Reach;

/** Where everything of a stack is found. */
final class StackUrls {

    private StackUrls() {}

    static Map<String, String> of(Ports ports, Reach reach) {
        Map<String, String> urls = new LinkedHashMap<>();
        urls.put("console", reach.url(ports.http()) + "/");
        urls.put("signIn", SignInPart.realm(ports, reach));
        urls.put("signInAdmin", reach.url(ports.signIn()) + "/admin/");
        urls.put("health", "http://127.0.0.1:" + ports.management() + "/health");
        urls.put("metrics", "http://127.0.0.1:" + ports.management() + "/metrics");
        urls.put("payments", "http://127.0.0.1:" + ports.payments() + "/");
        urls.put("messages", "http://127.0.0.1:" + ports.messages() + "/");
        urls.put("control", "http://127.0.0.1:" + ports.control() + "/");
        urls.put("database", "jdbc:postgresql://127.0.0.1:" + ports.database() + "/" + DatabasePart.DATABASE);
        urls.put("broker", "tcp://127.0.0.1:" + ports.broker());
        return urls;
    }
}
