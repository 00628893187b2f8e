package org.fairlead.launcher.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The service account of other systems. A realm is imported once; one that was imported before there was such an account
 * gets it now, and one that has it keeps it as it is.
 */
final class IntegrationAccount {

    private static final String CLIENT = "fairlead-integration";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RealmAdmin keycloak;
    private final Path known;

    IntegrationAccount(RealmAdmin keycloak, Path home) {
        this.keycloak = keycloak;
        this.known = home.resolve("integration-account");
    }

    /** @param realm as a new one would be imported */
    void ensure(String realm) throws IOException, InterruptedException {
        if (Files.exists(known)) {
            return;
        }
        keycloak.logIn();
        if (keycloak.get("/clients?clientId=" + CLIENT).isEmpty()) {
            keycloak.send("POST", "/partialImport", part(JSON.readTree(realm)));
        }
        Files.createFile(known);
    }

    /** What of the realm is the account's: its client, its role, its user. */
    static ObjectNode part(JsonNode realm) {
        ObjectNode part = JSON.createObjectNode().put("ifResourceExists", "SKIP");
        pick(realm.path("clients"), "clientId", CLIENT, part.putArray("clients"));
        pick(
                realm.path("roles").path("realm"),
                "name",
                "integration",
                part.putObject("roles").putArray("realm"));
        pick(realm.path("users"), "serviceAccountClientId", CLIENT, part.putArray("users"));
        return part;
    }

    private static void pick(JsonNode all, String field, String wanted, ArrayNode into) {
        for (JsonNode one : all) {
            if (wanted.equals(one.path(field).asText())) {
                into.add(one);
            }
        }
    }
}
