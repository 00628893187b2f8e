package org.fairlead.itests.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.fairlead.itests.stack.Stack;

/** Another company's programme: it fetches a token with the realm client's secret and comes with that, without a session. */
final class ServiceAccount {

    static final String LOGIN = "service-account-fairlead-integration";

    private final Stack stack;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token;

    ServiceAccount(Stack stack) throws IOException, InterruptedException {
        this.stack = stack;
        this.token = fetchToken();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).header("Authorization", "Bearer " + token).GET());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(body)));
    }

    /** As anybody on the network may ask. */
    HttpResponse<String> getWith(String authorization, String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).GET();
        return send(authorization.isEmpty() ? request : request.header("Authorization", authorization));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(stack.console().resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String fetchToken() throws IOException, InterruptedException {
        URI address = stack.signIn().resolve("/realms/fairlead/protocol/openid-connect/token");
        String form = "grant_type=client_credentials&client_id=fairlead-integration&client_secret="
                + stack.secret("integration-client");
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body()).path("access_token").asText();
    }
}
