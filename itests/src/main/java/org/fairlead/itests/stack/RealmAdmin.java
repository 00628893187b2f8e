package org.fairlead.itests.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes log-ins in the realm, as a BPO admin would in Keycloak's own console. */
public final class RealmAdmin {

    private final Stack stack;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();

    public RealmAdmin(Stack stack) {
        this.stack = stack;
    }

    /** Adds agents with that password; whoever is there already stays as they are. */
    public void addAgents(List<String> logins, String password) throws IOException, InterruptedException {
        add(logins, password, "agent");
    }

    /** Adds people with that password and that role; whoever is there already stays as they are. */
    public void add(List<String> logins, String password, String role) throws IOException, InterruptedException {
        ObjectNode wanted = json.createObjectNode().put("ifResourceExists", "SKIP");
        ArrayNode users = wanted.putArray("users");
        for (String login : logins) {
            ObjectNode user = users.addObject();
            user.put("username", login).put("enabled", true).put("emailVerified", true);
            user.put("firstName", "Virtual").put("lastName", login).put("email", login + "@example.com");
            user.putArray("realmRoles").add(role);
            user.putArray("credentials")
                    .addObject()
                    .put("type", "password")
                    .put("value", password)
                    .put("temporary", false);
        }
        send(HttpRequest.newBuilder(stack.signIn().resolve("/admin/realms/fairlead/partialImport"))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(wanted)))
                .build());
    }

    /** People who log in are sent back to any of these consoles. */
    public void comesBackTo(List<URI> consoles) throws IOException, InterruptedException {
        URI clients = stack.signIn().resolve("/admin/realms/fairlead/clients");
        String token = token();
        JsonNode found = json.readTree(send(HttpRequest.newBuilder(URI.create(clients + "?clientId=fairlead-console"))
                .header("Authorization", "Bearer " + token)
                .build()));
        ObjectNode client = (ObjectNode) found.path(0);
        ArrayNode back = client.putArray("redirectUris");
        consoles.forEach(console -> back.add(console + "/*"));
        send(HttpRequest.newBuilder(URI.create(clients + "/" + client.path("id").asText()))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json.writeValueAsString(client)))
                .build());
    }

    private String token() throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=admin-cli&username=admin&password="
                + URLEncoder.encode(stack.secret("keycloak-admin"), StandardCharsets.UTF_8);
        URI address = stack.signIn().resolve("/realms/master/protocol/openid-connect/token");
        JsonNode answer = json.readTree(send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build()));
        return answer.path("access_token").asText();
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(request.uri().getPath() + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
