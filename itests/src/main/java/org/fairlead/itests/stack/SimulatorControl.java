package org.fairlead.itests.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** Makes the simulated customers call, and asks what they saw. */
public final class SimulatorControl {

    private final Stack stack;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();

    public SimulatorControl(Stack stack) {
        this.stack = stack;
    }

    /** A customer calls this number and hangs up by themselves after so long. */
    public UUID call(String dialled, String from, int hangUpAfterSeconds) throws IOException, InterruptedException {
        ObjectNode call = json.createObjectNode();
        call.put("dialled", dialled).put("from", from).put("hangUpAfterSeconds", hangUpAfterSeconds);
        return UUID.fromString(post("/calls", call).path("call").asText());
    }

    /** Who is called does what the last digit of the number says, and picks up soon where it says so. */
    public void doAsTheLastDigitSays() throws IOException, InterruptedException {
        ObjectNode habits = json.createObjectNode();
        habits.put("byLastDigit", true).put("ringFromSeconds", 1).put("ringToSeconds", 2);
        post("/settings", habits);
    }

    public JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build());
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    /** All customers who are on the line now; one may be gone before it was asked to. */
    public void everybodyHangsUp() throws IOException, InterruptedException {
        for (JsonNode call : get("/calls").path("calls")) {
            String id = call.path("call").asText();
            try {
                delete("/calls/" + id);
            } catch (IOException e) {
                if (get("/calls").path("calls").findValuesAsText("call").contains(id)) {
                    throw e;
                }
            }
        }
    }

    public JsonNode delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE().build());
    }

    private HttpRequest.Builder request(String path) throws IOException {
        return HttpRequest.newBuilder(stack.control().resolve(path))
                .header("Authorization", "Bearer " + stack.secret("gateway-control"));
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(request.uri().getPath() + " answered " + answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body().isEmpty() ? "null" : answer.body());
    }
}
