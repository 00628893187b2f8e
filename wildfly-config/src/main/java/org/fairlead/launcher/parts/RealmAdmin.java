package org.fairlead.launcher.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Keycloak's own admin at the realm {@code fairlead}. */
final class RealmAdmin {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String keycloak;
    private final String password;
    private String token = "";

    RealmAdmin(String keycloak, String password) {
        this.keycloak = keycloak;
        this.password = password;
    }

    /** Tokens live for a minute: to be called before each piece of work. */
    void logIn() throws IOException, InterruptedException {
        token = JSON.readTree(answer(
                        HttpRequest.newBuilder(URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "grant_type=password&client_id=admin-cli&username=admin&password="
                                                + URLEncoder.encode(password, StandardCharsets.UTF_8)))))
                .path("access_token")
                .asText();
    }

    /** @param path below the realm */
    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(answer(at(path).GET()));
    }

    void send(String method, String path, JsonNode body) throws IOException, InterruptedException {
        answer(at(path).header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/fairlead" + path))
                .header("Authorization", "Bearer " + token);
    }

    private String answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("Keycloak answers " + answer.statusCode() + " to "
                    + answer.request().uri().getPath());
        }
        return answer.body();
    }
}
