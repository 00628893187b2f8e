package org.fairlead.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.fairlead.gateway.link.TestBroker;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole process between a broker and its control. */
@Tag("broker")
@Timeout(90)
class GatewayTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<GatewayEvent> events = new ArrayList<>();
    private TestBroker broker;
    private Gateway gateway;

    @BeforeEach
    void begin() throws Exception {
        broker = new TestBroker(folder);
        Properties properties = new Properties();
        properties.setProperty("broker.host", "127.0.0.1");
        properties.setProperty("broker.port", String.valueOf(broker.port()));
        properties.setProperty("broker.prefix", "");
        properties.setProperty("gateways", "izmir");
        properties.setProperty("secret.izmir", TestBroker.SECRET);
        properties.setProperty("control.port", "0");
        properties.setProperty("control.secret", "door");
        properties.setProperty("seed", "7");
        properties.setProperty("simulator.by-last-digit", "true");
        properties.setProperty("simulator.haste", "10");
        gateway = new Gateway(GatewaySettings.of(properties), Clock.systemUTC());
        gateway.start();
    }

    @AfterEach
    void end() throws Exception {
        gateway.close();
        broker.close();
    }

    private JsonNode ask(String method, String path, String body, int status) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.controlPort() + path))
                        .header("Authorization", "Bearer door")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private GatewayCommand.Head head(UUID call) {
        return new GatewayCommand.Head(
                UUID.randomUUID(), "izmir", call, 1, Clock.systemUTC().instant().plusSeconds(60));
    }

    private List<String> await(UUID call, String kind) throws Exception {
        while (!kindsOf(call).contains(kind)) {
            List<GatewayEvent> more = broker.all(1);
            assertThat(more)
                    .as("waiting for " + kind + " after " + kindsOf(call))
                    .isNotEmpty();
            events.addAll(more);
        }
        return kindsOf(call);
    }

    private List<String> kindsOf(UUID call) {
        return events.stream()
                .filter(event -> event.head().call().equals(call))
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    @Test
    void aCustomerCallsIsConnectedAndHangsUp() throws Exception {
        UUID call = UUID.fromString(ask("POST", "/calls", "{\"dialled\":\"+908502001001\",\"talkSeconds\":5}", 200)
                .path("call")
                .asText());
        assertThat(call.version()).isEqualTo(7);
        await(call, "CallOffered");

        broker.command(new GatewayCommand.Connect(head(call), "elif", ""));
        List<String> story = await(call, "CallEnded");

        assertThat(story).containsExactly("CallOffered", "Connected", "CallEnded");
        assertThat(ask("GET", "/figures", "", 200).at("/izmir/outcomes/HANDLED").asInt())
                .isEqualTo(1);
        assertThat(ask("GET", "/calls?all", "", 200).at("/calls/0/agent").asText())
                .isEqualTo("elif");
    }

    @Test
    void aDialledCustomerAnswersOrIsBusy() throws Exception {
        UUID person = UUID.randomUUID();
        UUID busy = UUID.randomUUID();

        broker.command(
                new GatewayCommand.Dial(head(person), "+905321234561", "+908502001009", 25, true),
                new GatewayCommand.Dial(head(busy), "+905321234562", "+908502001009", 25, true));

        assertThat(await(person, "CallEnded")).containsExactly("Ringing", "Answered", "CallEnded");
        assertThat(await(busy, "DialFailed")).containsExactly("DialFailed");
    }

    @Test
    void anOutageOfTheBrokerLosesNoCall() throws Exception {
        ask("POST", "/calls", "{\"dialled\":\"+908502001001\"}", 200);
        broker.stop();
        UUID call =
                UUID.fromString(ask("POST", "/calls", "{\"dialled\":\"+908502001001\",\"hangUpAfterSeconds\":1}", 200)
                        .path("call")
                        .asText());

        broker.start();

        assertThat(await(call, "CallEnded")).containsExactly("CallOffered", "CallEnded");
    }

    @Test
    void reportsItsLiveCallsAfterEachConnection() throws Exception {
        UUID call = UUID.fromString(ask("POST", "/calls", "{\"dialled\":\"+908502001001\"}", 200)
                .path("call")
                .asText());
        await(call, "CallOffered");

        broker.stop();
        broker.start();

        while (events.stream()
                .noneMatch(event -> event instanceof GatewayEvent.LiveCalls live
                        && live.calls().contains(new GatewayEvent.LiveCall(call, 1, true)))) {
            events.addAll(broker.all(1));
        }
    }

    @Test
    void aCrowdCallsAndEveryCallHasOneOutcome() throws Exception {
        String crowd = "{\"callsPerMinute\":600,\"minutes\":0.05,\"seed\":3,\"patienceSeconds\":3,"
                + "\"numbers\":[{\"dialled\":\"+908502001001\",\"weight\":1}]}";

        assertThat(ask("POST", "/crowd", crowd, 200).path("calls").asInt()).isEqualTo(30);

        while (events.stream().filter(GatewayEvent.CallEnded.class::isInstance).count() < 30) {
            events.addAll(broker.all(1));
        }
        JsonNode figures = ask("GET", "/figures", "", 200).path("izmir");
        assertThat(figures.path("offered").asInt()).isEqualTo(30);
        assertThat(figures.path("live").asInt()).isZero();
        assertThat(figures.at("/outcomes/ABANDONED").asInt()).isEqualTo(30);
        assertThat(ask("GET", "/crowd", "", 200).at("/crowd-1/called").asInt()).isEqualTo(30);
    }

    @Test
    void aCustomerHangsUpWhenTold() throws Exception {
        String call = ask("POST", "/calls", "{\"dialled\":\"+908502001001\"}", 200)
                .path("call")
                .asText();
        assertThat(ask("GET", "/calls", "", 200).path("calls")).hasSize(1);

        ask("DELETE", "/calls/" + call, "", 200);

        assertThat(ask("GET", "/calls", "", 200).path("calls")).isEmpty();
        ask("DELETE", "/calls/" + call, "", 404);
    }

    @Test
    void nonsenseIsRefusedWithTheReason() throws Exception {
        assertThat(ask("POST", "/calls", "{\"dialled\":\"0850 200 1001\"}", 400)
                        .path("error")
                        .asText())
                .contains("international form");
        assertThat(ask("POST", "/calls", "{\"dialled\":", 400).path("error").asText())
                .contains("not JSON");
        assertThat(ask("POST", "/calls", "[]", 400).path("error").asText()).contains("object");
        assertThat(ask("POST", "/calls", "{}", 400).path("error").asText()).contains("missing");
        assertThat(ask("POST", "/calls", "{\"dialed\":\"+908502001001\"}", 400)
                        .path("error")
                        .asText())
                .contains("dialed");
        assertThat(ask("POST", "/calls", "{\"dialled\":\"+908502001001\",\"hangUpAfterSeconds\":-1}", 400)
                        .path("error")
                        .asText())
                .contains("hangUpAfterSeconds");
        assertThat(ask("POST", "/calls", "{\"dialled\":\"+908502001001\",\"keys\":\"one\"}", 400)
                        .path("error")
                        .asText())
                .contains("keys");
        assertThat(ask("POST", "/calls", "{\"dialled\":\"+908502001001\",\"gateway\":\"oslo\"}", 400)
                        .path("error")
                        .asText())
                .contains("oslo");
        assertThat(ask("POST", "/crowd", "{\"callsPerMinute\":5}", 400)
                        .path("error")
                        .asText())
                .contains("numbers");
        assertThat(ask("POST", "/settings", "{\"human\":-1}", 400).path("error").asText())
                .contains("negative");
        ask("GET", "/elsewhere", "", 404);
        assertThat(ask("DELETE", "/calls/1", "", 400).path("error").asText()).contains("id");
    }

    @Test
    void nobodyControlsItWithoutTheSecret() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.controlPort() + "/calls"))
                        .header("Authorization", "Bearer guess")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void tellsTheHealthOfItsLink() throws Exception {
        broker.all(1);

        JsonNode health = ask("GET", "/health", "", 200).path("izmir");

        assertThat(health.path("linkUp").asBoolean()).isTrue();
        assertThat(health.path("eventsWaiting").asInt()).isGreaterThanOrEqualTo(0);
        assertThat(health.path("roundTripMillis").asLong()).isEqualTo(-1);
    }

    @Test
    void settingsChangeWhatIsGivenAlone() throws Exception {
        JsonNode changed = ask("POST", "/settings", "{\"byLastDigit\":false,\"human\":1}", 200);

        assertThat(changed.path("human").asDouble()).isEqualTo(1);
        assertThat(changed.path("machine").asDouble()).isEqualTo(0.18);
        assertThat(ask("GET", "/settings", "", 200)).isEqualTo(changed);
    }
}
