package org.fairlead.launcher.parts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The realm knows the console's address, to which it sends people back. It was imported once; when the console has
 * moved since, to other ports or another address, the realm is told.
 */
final class ConsoleAddress {

    private final RealmAdmin keycloak;
    private final Path known;

    ConsoleAddress(RealmAdmin keycloak, Path home) {
        this.keycloak = keycloak;
        this.known = home.resolve("console-port");
    }

    /**
     * Whether the console has other addresses than at the last start.
     *
     * @param addresses the first is the one that a new realm was imported with
     */
    boolean isElsewhere(List<String> addresses) throws IOException {
        String last = Files.exists(known) ? Files.readString(known) : addresses.get(0);
        return !last.equals(String.join("\n", addresses));
    }

    /** Remembers what the realm knows now. */
    void note(List<String> addresses) throws IOException {
        Files.writeString(known, String.join("\n", addresses));
    }

    /** @param tlsFor whom the log-in asks for TLS */
    void move(List<String> addresses, String tlsFor) throws IOException, InterruptedException {
        keycloak.logIn();
        keycloak.send("PUT", "", JsonNodeFactory.instance.objectNode().put("sslRequired", tlsFor));
        ObjectNode client =
                (ObjectNode) keycloak.get("/clients?clientId=fairlead-console").path(0);
        ArrayNode back = client.putArray("redirectUris");
        addresses.forEach(address -> back.add(address + "/*"));
        client.withObject("/attributes")
                .put(
                        "post.logout.redirect.uris",
                        addresses.stream().map(address -> address + "/*").collect(Collectors.joining("##")));
        keycloak.send("PUT", "/clients/" + client.path("id").asText(), client);
    }
}
