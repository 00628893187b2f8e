package org.fairlead.launcher.parts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The realm knows the console's address, to which it sends people back. It was imported once; when the console has
 * moved since, to other ports or another address, the realm is told.
 */
final class ConsoleAddress {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String keycloak;
    private final String password;
    private final Path known;

    ConsoleAddress(String keycloak, String password, Path home) {
        this.keycloak = keycloak;
        this.password = password;
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
        String token = JSON.readTree(send(
                        HttpRequest.newBuilder(URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "grant_type=password&client_id=admin-cli&username=admin&password="
                                                + URLEncoder.encode(password, StandardCharsets.UTF_8)))))
                .path("access_token")
                .asText();
        send(as(token, keycloak + "/admin/realms/fairlead")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        JSON.createObjectNode().put("sslRequired", tlsFor).toString())));
        String clients = keycloak + "/admin/realms/fairlead/clients";
        ObjectNode client = (ObjectNode) JSON.readTree(
                        send(as(token, clients + "?clientId=fairlead-console").GET()))
                .path(0);
        ArrayNode back = client.putArray("redirectUris");
        addresses.forEach(address -> back.add(address + "/*"));
        client.withObject("/attributes")
                .put(
                        "post.logout.redirect.uris",
                        addresses.stream().map(address -> address + "/*").collect(Collectors.joining("##")));
        send(as(token, clients + "/" + client.path("id").asText())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(client.toString())));
    }

    private static HttpRequest.Builder as(String token, String address) {
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("Keycloak answers " + answer.statusCode() + " to "
                    + answer.request().uri().getPath());
        }
        return answer.body();
    }
}
